/** What the tests hear on the console. Nothing of ours speaks there, so a word nobody expected fails the test. */
import { format } from 'node:util';

type Level = 'error' | 'warn';
type Expectation = { level: Level; pattern: RegExp; met: boolean };

let heard: { level: Level; text: string }[] = [];
let expected: Expectation[] = [];

/** From here to the end of this test, `console[level]` says something that matches, once or more. */
export function expectConsole(level: Level, pattern: RegExp): void {
  expected.push({ level, pattern, met: false });
}

/** Replaces `console.error` and `console.warn`; the setup file calls it once. */
export function listen(): void {
  for (const level of ['error', 'warn'] as const) {
    console[level] = (...args: unknown[]) => void heard.push({ level, text: format(...args) });
  }
}

/** Throws when something was said that nobody expected, or not said though it was expected; then starts anew. */
export function settle(): void {
  const surprises = heard.filter(({ level, text }) => {
    const match = expected.find((one) => one.level === level && one.pattern.test(text));
    if (match) match.met = true;
    return !match;
  });
  const unmet = expected.filter(({ met }) => !met);
  heard = [];
  expected = [];
  const problems = [
    ...surprises.map(({ level, text }) => `unexpected console.${level}: ${text}`),
    ...unmet.map(({ level, pattern }) => `console.${level} never said ${String(pattern)}`),
  ];
  if (problems.length > 0) throw new Error(problems.join('\n'));
}
