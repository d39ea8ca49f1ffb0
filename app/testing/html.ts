/** Is this page sound? Its HTML by the standard and by the house's rules, and what axe says of it in a browser. */
import axe from 'axe-core';
import { FileSystemConfigLoader, HtmlValidate, type Message } from 'html-validate';
import type { Page } from 'playwright-core';
import { scriptProblem } from './scripted.ts';

// Its rules are in .htmlvalidate.json. Three styles differ from the recommended ones because React writes `<br/>`,
// `disabled=""` and `charSet`, which mean the same to a browser; and check boxes of one group share a name.
const validator = new HtmlValidate(new FileSystemConfigLoader());

/** Throws with every fault of a whole document, each with its line and the rule it breaks. */
export async function expectValidHtml(html: string, where = 'the page'): Promise<void> {
  const problems = await htmlProblems(html);
  if (problems.length > 0) throw new Error(`${where} is not sound:\n${problems.join('\n')}`);
}

/** The faults of a document, in sentences; empty for a sound one. `path` is where it was met, if it may have a script. */
export async function htmlProblems(html: string, path: string | null = null): Promise<string[]> {
  const report = await validator.validateString(html, 'page.html');
  const told = ({ line, column, message, ruleId }: Message) => {
    const around = html.split('\n')[line - 1]?.slice(Math.max(0, column - 60), column + 100) ?? '';
    return `${line}:${column} ${message} (${ruleId}) … ${around} …`;
  };
  return [...report.results.flatMap(({ messages }) => messages.map(told)), ...houseProblems(html, path)];
}

/** What a validator does not mind and the house does. */
function houseProblems(html: string, path: string | null): string[] {
  return [
    scriptProblem(html, path),
    /<[^>]+\sstyle=/i.test(html) ? 'there is an inline style' : '',
    /<[^>]+\son[a-z]+=/i.test(html) ? 'there is an inline handler' : '',
    /<!--\$[?!]-->|<template id="B:/.test(html) ? 'a placeholder is left, which nothing will replace' : '',
  ].filter(Boolean);
}

/**
 * Runs axe over an open page, which needs JavaScript and a context with `bypassCSP`. → its violations of
 * WCAG 2.2 AA and of good practice, in sentences.
 */
export async function axeProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { violations: found } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return found.map(({ id, help, nodes }) => ({
      id,
      help,
      at: nodes.map(({ html, failureSummary }) => `${html}\n    ${failureSummary ?? ''}`),
    }));
  });
  return violations.map(({ id, help, at }) => `${help} (${id})\n  ${at.slice(0, 3).join('\n  ')}`);
}
