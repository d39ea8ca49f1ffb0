/** What the people of a story do with their pages, in as many words as the story needs. */
import { expect } from 'vitest';
import type { Person } from '#app/domain/people/rules.ts';
import { openReader } from './browser.ts';

type Options = Parameters<typeof openReader>[1];
export type Hands = Awaited<ReturnType<typeof comes>>;

/** A label as a field has it that may be left empty, too. */
const labelled = (label: string) =>
  new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( \\(optional\\))?$`);

/** Somebody comes with a browser of their own, and signs in. */
export async function comes(origin: string, person: Person, options: Options = {}) {
  const reader = await openReader(origin, { judgeOnce: true, ...options });
  await reader.signIn(person);
  const { page, context, shown, goto } = reader;
  const main = page.locator('main');
  return {
    ...{ page, main, person, goto },
    forgive: reader.forgive,
    status: () => shown.at(-1)?.status,
    /** Where they are. */
    path: () => new URL(page.url()).pathname,
    /** Fails with what the page says instead. */
    says: (words: string | RegExp) =>
      page
        .getByText(words)
        .first()
        .waitFor()
        .catch(async () => {
          const said = await page.locator('h1, [role=alert], [role=status], main').allInnerTexts();
          throw new Error(
            `${person.name} does not read ${String(words)} at ${page.url()}:\n${said.join('\n')}`,
          );
        }),
    /** What a list of facts says of this term. */
    fact: (term: string) =>
      main.locator('dt', { hasText: term }).first().locator('xpath=following-sibling::dd[1]').innerText(),
    press: (name: string | RegExp) =>
      main
        .getByRole('button', { name, exact: typeof name === 'string' })
        .first()
        .click(),
    follow: (name: string | RegExp) =>
      main
        .getByRole('link', { name, exact: typeof name === 'string' })
        .first()
        .click(),
    offers: (name: string) => main.getByRole('link', { name, exact: true }).count(),
    fill: (label: string, text: string) => main.getByLabel(labelled(label)).first().fill(text),
    value: (label: string) => main.getByLabel(labelled(label)).first().inputValue(),
    choose: (label: string, option: string) =>
      main.getByLabel(labelled(label)).first().selectOption({ label: option }),
    tick: (label: string) => main.getByLabel(label, { exact: true }).first().check(),
    /** A file they save. */
    saves: async (path: string): Promise<Buffer> => {
      const answer = await context.request.get(path);
      expect(answer.status(), path).toBe(200);
      return answer.body();
    },
  };
}
