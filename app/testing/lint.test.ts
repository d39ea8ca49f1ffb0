/** Every rule of the house, broken once and obeyed once, so that none is there in name only. */
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';

type Case = { rule: string; at: string; bad: string; good: string };

// Snippets at paths that no file has: the compiler has no program for them.
const untyped = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked });
// Only for what needs types, at the path of a file there is.
const typed = new ESLint();

const lint = async (eslint: ESLint, code: string, filePath: string) => {
  const [result] = await eslint.lintText(`${code}\n`, { filePath });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
};

const USE = 'void x;';
const imports = (at: string, bad: string, good: string): Case => ({
  ...{ rule: 'house/rooms', at },
  ...{ bad: `import { x } from '${bad}'; ${USE}`, good: `import { x } from '${good}'; ${USE}` },
});

/** Imports: who, what not, what yes. */
const ROOMS: Case[] = [
  imports('app/routes/a.tsx', 'drizzle-orm', '@remix-run/react'),
  imports('app/routes/a.tsx', '#db/client.server.ts', '#app/domain/briefs/queries.server.ts'),
  imports('app/routes/a.tsx', '../../db/schema/people.server.ts', '../http/gate.server.ts'),
  imports('app/routes/a.tsx', '../storage/disk.server.ts', '../auth/session.server.ts'),
  imports('app/routes/a.tsx', '../services.server.ts', '../ui/form.tsx'),
  imports('app/routes/a.tsx', './b.tsx', 'react'),
  imports('app/routes/a.tsx', 'zod', '@conform-to/react'),
  imports('app/domain/briefs/a.server.ts', '../../http/gate.server.ts', '../people/rules.ts'),
  imports('app/domain/briefs/a.server.ts', '#app/http/gate.server.ts', '#app/domain/people/rules.ts'),
  imports('app/domain/briefs/a.server.ts', '../../../app/http/gate.server.ts', '../errors.ts'),
  imports('app/domain/once.server.ts', '../http/gate.server.ts', './people/rules.ts'),
  imports('app/domain/briefs/a.server.ts', '../../ui/form.tsx', '../../storage/keys.ts'),
  imports('app/domain/briefs/a.server.ts', '../../routes/a.tsx', '#db/schema/briefs.server.ts'),
  imports('app/domain/briefs/a.server.ts', '@remix-run/node', 'drizzle-orm'),
  imports('app/domain/briefs/a.server.ts', 'express', 'node:crypto'),
  imports('app/domain/briefs/rules.ts', './queries.server.ts', '../people/rules.ts'),
  imports('app/domain/briefs/rules.ts', 'drizzle-orm', 'zod'),
  imports('app/domain/covers/geometry.ts', '#db/schema/briefs.server.ts', './rules.ts'),
  imports('app/http/a.server.ts', '../domain/briefs/commands.server.ts', '../domain/people/rules.ts'),
  imports('app/http/a.server.ts', '../ui/form.tsx', '../storage/storage.ts'),
  imports('app/http/a.server.ts', 'drizzle-orm/postgres-js', '@remix-run/node'),
  imports('app/auth/a.server.ts', '../http/gate.server.ts', '../domain/people/commands.server.ts'),
  imports('app/auth/a.server.ts', '#db/schema/briefs.server.ts', '#db/schema/people.server.ts'),
  imports('app/ui/a.tsx', '../domain/briefs/queries.server.ts', '../domain/briefs/rules.ts'),
  imports('app/ui/a.tsx', '@remix-run/react', 'react'),
  imports('app/storage/a.server.ts', '../domain/errors.ts', './keys.ts'),
  imports('app/storage/disk.server.ts', '@aws-sdk/client-s3', 'node:fs'),
  imports('app/imaging/a.server.ts', '../domain/errors.ts', 'sharp'),
  imports('app/imaging/a.server.ts', '@embedpdf/pdfium', 'node:worker_threads'),
  imports('app/http/a.server.ts', '../imaging/file.server.ts', '../imaging/image.server.ts'),
  imports('app/http/a.server.ts', '../imaging/pdf.server.ts', '../imaging/refusal.ts'),
  imports('app/routes/a.tsx', '../imaging/image.server.ts', '../documents/template.server.ts'),
  imports('app/documents/a.server.ts', '#db/client.server.ts', '../domain/covers/guides.ts'),
  imports('app/documents/a.server.ts', 'sharp', 'pdfkit'),
  imports('app/http/a.server.ts', 'pdfkit', '@remix-run/node'),
  imports('app/jobs/a.server.ts', '../http/gate.server.ts', '../imaging/image.server.ts'),
  imports('app/jobs/a.server.ts', 'sharp', 'pg-boss'),
  imports('db/schema/a.server.ts', '../client.server.ts', '../../app/domain/briefs/rules.ts'),
  imports('db/seed/a.server.ts', '../../app/routes/a.tsx', '../../app/domain/briefs/rules.ts'),
  imports('server.ts', './app/config.server.ts', 'express'),
  imports('server.ts', './db/client.server.ts', 'express'),
  imports('app/root.tsx', './testing/people.ts', './ui/layout.tsx'),
  imports('app/root.tsx', 'vitest', 'react'),
  imports('app/domain/briefs/a.server.ts', '../people/rules', '../people/rules.ts'),
];

/** The same, spelled in every other way there is. */
const SPELLINGS: Case[] = [
  {
    ...{ rule: 'house/rooms', at: 'server.ts' },
    bad: `export type A = typeof import('./app/config.server.ts');`,
    good: `export type A = typeof import('./app/entry.server.tsx');`,
  },
  {
    ...{ rule: 'house/rooms', at: 'app/domain/briefs/a.server.ts' },
    bad: `import { type Db } from '#db/client.server.ts'; export const a = (db: Db) => db;`,
    good: `import type { Db } from '#db/client.server.ts'; export const a = (db: Db) => db;`,
  },
  {
    ...{ rule: 'house/rooms', at: 'app/domain/briefs/a.server.ts' },
    bad: `export * from '../../http/form.server.ts';`,
    good: `export * from './rules.ts';`,
  },
  {
    ...{ rule: 'house/rooms', at: 'app/domain/briefs/a.server.ts' },
    bad: `export { x } from '../../http/form.server.ts';`,
    good: `export { x } from './rules.ts';`,
  },
  {
    ...{ rule: 'house/rooms', at: 'app/routes/a.tsx' },
    bad: `await import('#app/services.server.ts');`,
    good: `await import('#app/http/gate.server.ts');`,
  },
];

const OTHERS: Case[] = [
  {
    ...{ rule: 'no-restricted-globals', at: 'app/domain/briefs/a.server.ts' },
    bad: 'export const a = (request: Request) => new Response(request.url);',
    good: 'export const a = (url: URL) => url.pathname;',
  },
  {
    ...{ rule: 'no-restricted-globals', at: 'app/domain/briefs/a.server.ts' },
    bad: 'export const a = () => [new FormData(), new Headers()];',
    good: 'export const a = () => new URLSearchParams();',
  },
  {
    ...{ rule: 'no-restricted-syntax', at: 'app/domain/briefs/a.tsx' },
    bad: 'export const a = <p>no</p>;',
    good: 'export const a = 1;',
  },
  {
    ...{ rule: 'no-restricted-properties', at: 'app/http/a.server.ts' },
    bad: `export const a = process.env['PORT'];`,
    good: 'export const a = process.uptime();',
  },
  {
    ...{ rule: 'no-restricted-properties', at: 'app/http/a.server.ts' },
    bad: 'const { env } = process; export const a = env;',
    good: 'const { pid } = process; export const a = pid;',
  },
  ...['const secret = 1;', 'function secret() {}', 'class Secret {}'].map((bad) => ({
    ...{ rule: 'no-restricted-syntax', at: 'app/routes/a.tsx' },
    ...{ bad: `export ${bad}`, good: 'export const loader = () => null;' },
  })),
  {
    ...{ rule: 'no-restricted-syntax', at: 'app/routes/a.tsx' },
    bad: 'const secret = 1; export { secret };',
    good: 'const action = 1; export { action };',
  },
  {
    ...{ rule: 'no-restricted-syntax', at: 'app/routes/a.tsx' },
    bad: `export * from '../domain/briefs/rules.ts';`,
    good: 'export default function Page() { return null; }',
  },
  {
    ...{ rule: 'no-restricted-syntax', at: 'app/ui/a.tsx' },
    bad: 'export default function Page() { return null; }',
    good: 'export function Page() { return null; }',
  },
  {
    ...{ rule: 'no-restricted-syntax', at: 'app/ui/a.tsx' },
    bad: 'export const a = <p style={{ color: "red" }}>no</p>;',
    good: 'export const a = <p className="red">yes</p>;',
  },
  {
    ...{ rule: 'no-restricted-syntax', at: 'app/routes/a.tsx' },
    bad: 'export default () => <button onClick={print}>no</button>;',
    good: 'export default () => <button>yes</button>;',
  },
  {
    ...{ rule: 'jsx-a11y/alt-text', at: 'app/ui/a.tsx' },
    bad: 'export const a = <img src="/a.jpg" />;',
    good: 'export const a = <img src="/a.jpg" alt="A cover" />;',
  },
  {
    ...{ rule: '@typescript-eslint/no-explicit-any', at: 'app/http/a.server.ts' },
    bad: 'export const a = (b: any): unknown => b;',
    good: 'export const a = (b: unknown): unknown => b;',
  },
  {
    ...{ rule: '@typescript-eslint/no-unused-vars', at: 'app/http/a.server.ts' },
    bad: 'const a = 1;',
    good: 'const _a = 1;',
  },
  {
    ...{ rule: '@typescript-eslint/ban-ts-comment', at: 'app/http/a.server.ts' },
    bad: '// @ts-expect-error\nexport const a: string = 1;',
    good: '// @ts-expect-error -- a reason that says why\nexport const a: string = 1;',
  },
  {
    ...{ rule: 'no-warning-comments', at: 'app/http/a.server.ts' },
    bad: `// ${'TO'}DO: later`,
    good: '// Done.',
  },
  {
    ...{ rule: 'no-console', at: 'app/http/a.server.ts' },
    bad: `console.error('x');`,
    good: `process.stderr.write('x');`,
  },
  {
    ...{ rule: 'eqeqeq', at: 'app/http/a.server.ts' },
    bad: 'export const a = (b: unknown) => b == 1;',
    good: 'export const a = (b: unknown) => b == null;',
  },
];

describe('without types', () => {
  test.each([...ROOMS, ...SPELLINGS, ...OTHERS])('$rule at $at: $bad', async ({ rule, at, bad, good }) => {
    expect(await lint(untyped, bad, at)).toContain(rule);
    expect(await lint(untyped, good, at)).toEqual([]);
  });
});

describe('with types', () => {
  const at = 'app/domain/once.server.ts';
  test.each([
    [
      '@typescript-eslint/no-floating-promises',
      'export const a = () => { Promise.resolve(); };',
      'export const a = () => { void Promise.resolve(); };',
    ],
    [
      '@typescript-eslint/switch-exhaustiveness-check',
      `export const a = (b: 'x' | 'y') => { switch (b) { case 'x': return 1; } };`,
      `export const a = (b: 'x' | 'y') => { switch (b) { case 'x': return 1; case 'y': return 2; } };`,
    ],
    [
      '@typescript-eslint/no-unsafe-member-access',
      `export const a = () => JSON.parse('{}').b as unknown;`,
      `export const a = () => JSON.parse('{}') as unknown;`,
    ],
  ])('%s', async (rule, bad, good) => {
    expect(await lint(typed, bad, at)).toContain(rule);
    expect(await lint(typed, good, at)).toEqual([]);
  });
});
