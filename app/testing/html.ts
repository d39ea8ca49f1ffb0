/** Is this page sound? Its HTML by the standard and by the house's rules, and what axe says of it in a browser. */
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { FileSystemConfigLoader, HtmlValidate, type Message } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
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

/** Tells the violations of WCAG 2.2 AA and of good practice in a document, in sentences, and whether a phone shows it whole. */
export type Axe = (html: string) => Promise<string[]>;

/**
 * A page of this browser in which axe waits, and one document after the other is written: loading axe costs four times
 * what judging a document does. Nothing else is fetched: the style is in the document, and pictures have words.
 */
export async function openAxe(browser: Browser): Promise<Axe> {
  const page = await (await browser.newContext({ colorScheme: 'light' })).newPage();
  await page.route('**/*', (route) => route.abort());
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
  let last: Promise<unknown> = Promise.resolve();
  return (html) => {
    const judged = last.then(async () => [...(await axeProblems(page, html)), ...(await tooWide(page))]);
    last = judged.catch(() => {});
    return judged;
  };
}

async function axeProblems(page: Page, html: string): Promise<string[]> {
  await page.setContent(html, { waitUntil: 'domcontentloaded' });
  const violations = await page.evaluate(async () => {
    const { violations: found } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      preload: false,
    });
    return found.map(({ id, help, nodes }) => ({
      id,
      help,
      at: nodes.map(({ html: element, failureSummary }) => `${element}\n    ${failureSummary ?? ''}`),
    }));
  });
  return violations.map(({ id, help, at }) => `${help} (${id})\n  ${at.slice(0, 3).join('\n  ')}`);
}

const PHONE = { width: 360, height: 740 };

/** What sticks out of a phone's screen, if anything does: then the whole page scrolls sideways. */
async function tooWide(page: Page): Promise<string[]> {
  const usual = page.viewportSize();
  await page.setViewportSize(PHONE);
  const found = await page.evaluate(() => {
    // They are not fetched here, and one that is missing is as wide as it would be at its largest.
    for (const picture of document.querySelectorAll('img')) picture.remove();
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const all = [...document.querySelectorAll('body *')];
    const out = all.find((one) => one.getBoundingClientRect().right > clientWidth + 1);
    return [`is ${scrollWidth} px wide on a screen of ${clientWidth}: ${out?.outerHTML.slice(0, 200) ?? ''}`];
  });
  if (usual) await page.setViewportSize(usual);
  return found;
}
