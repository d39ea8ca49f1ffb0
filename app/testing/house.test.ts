/** What a linter cannot see: where files lie, how long they are, and what the scripts say. */
import { globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { verifyLockFile } from '#db/migrate.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const text = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

/** Ours: neither installed, nor built, nor the local data. */
const IGNORED = ['.git', 'node_modules', 'build', 'build-test', '.data', '.env'];
const TOP_LEVEL = [
  ...['app', 'db', 'docs', 'infra', 'public', '.ci', '.github'],
  ...['server.ts', 'remix.config.js', 'vite.config.ts', 'tsconfig.json', 'eslint.config.js'],
  ...['package.json', 'package-lock.json', 'README.md', 'LICENSE', '.gitignore', '.npmrc'],
  ...['Dockerfile', 'docker-compose.yml', '.dockerignore'],
  ...['.prettierrc.json', '.prettierignore', '.htmlvalidate.json'],
];
const files = globSync('**/*', {
  cwd: ROOT,
  withFileTypes: true,
  exclude: (entry) => [...IGNORED, 'cdk.out'].includes(entry.name),
}).map((entry) => ({
  path: path.relative(ROOT, path.join(entry.parentPath, entry.name)),
  folder: entry.isDirectory(),
}));
const sources = files.map((file) => file.path).filter((file) => /\.(ts|tsx|js)$/.test(file));
const isTest = (file: string) => /\.test\.tsx?$/.test(file);
const under = (folder: string) => sources.filter((file) => file.startsWith(folder));

/** Hard limits, in lines. What is aimed at is less: it is said when one is passed. */
const LIMITS: [kind: string, lines: number, aim: string][] = [
  [
    'app/routes/',
    160,
    'a route aims at 120 lines, a loader at 15, an action at 25: move the rest to its room',
  ],
  // Sample texts and drawings: long lists, not long thoughts.
  ['db/seed/catalogue/', 2000, 'one shelf of texts for each file'],
  ['db/seed/art/', 800, 'one family of drawings for each file'],
  // A test file is read one test at a time.
  ['test', 600, 'one subject for each test file'],
  ['', 300, 'a file aims at 250 lines, a function at 40: split it by verb'],
];

describe('the tree', () => {
  test('has nothing at the top that is not on the list', () => {
    const entries = readdirSync(ROOT).filter((name) => !IGNORED.includes(name) && !name.endsWith('.log'));
    expect(entries.filter((name) => !TOP_LEVEL.includes(name))).toEqual([]);
  });

  test('has one Dockerfile at most', () => {
    const dockerfiles = files.filter(({ path: file }) => /(^|\/)[^/]*(Dockerfile|Containerfile)/i.test(file));
    expect(dockerfiles.length).toBeLessThanOrEqual(1);
  });

  test('has no drawer for odds and ends', () => {
    const drawer = /(^|\/)(utils?|helpers?|misc|common|shared|lib|services)(\/|\.tsx?$|$)/;
    const ours = files.filter(({ path: file }) => !file.startsWith('infra/'));
    expect(ours.filter(({ path: file }) => drawer.test(file)).map((file) => file.path)).toEqual([]);
  });

  test('has flat routes, no markup in the domain, and names in db/ that stay on the server', () => {
    expect(files.filter((file) => file.folder && file.path.startsWith('app/routes/'))).toEqual([]);
    expect(under('app/domain/').filter((file) => file.endsWith('.tsx'))).toEqual([]);
    const commands = /^db\/(migrate|seed|admin|local|embedded|drizzle\.config)\.ts$|\.test\.ts$/;
    const loose = under('db/').filter((file) => !file.endsWith('.server.ts') && !commands.test(file));
    expect(loose, 'a run-time file in db/ ends in .server.ts').toEqual([]);
  });

  test('has no file that is too long', () => {
    const tooLong = sources.flatMap((file) => {
      const [, limit, aim] = LIMITS.find(([kind]) =>
        kind === 'test' ? isTest(file) : file.startsWith(kind),
      ) ?? ['', 0, ''];
      const lines = text(file).split('\n').length - 1;
      return lines > limit ? [`${file} has ${lines} lines, ${limit} is the limit: ${aim}`] : [];
    });
    expect(tooLong).toEqual([]);
  });

  test('has migrations that match their lock', () => {
    expect(verifyLockFile).not.toThrow();
  });
});

describe('the text', () => {
  test('silences no rule without a reason', () => {
    const directive = /(eslint-disable|axe-disable|html-validate-disable)[^\n]*/g;
    const unexplained = sources
      .filter((file) => !file.startsWith('app/testing/house.test'))
      .flatMap((file) => [...text(file).matchAll(directive)].map(([match]) => `${file}: ${match}`))
      .filter((match) => !/ -- \S+ \S+/.test(match));
    expect(unexplained).toEqual([]);
  });

  test('leaves no test out', () => {
    const left = /\b(test|it|describe)\.(only|skip|todo|fixme)\b/;
    const tests = sources.filter((file) => file.endsWith('.test.ts') && !file.endsWith('house.test.ts'));
    expect(tests.filter((file) => left.test(text(file)))).toEqual([]);
  });
});

describe('the scripts', () => {
  const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
  const others = files.map((file) => file.path).filter((file) => /^\.(ci|github)\/.*\w$/.test(file));
  const lines = [
    ...Object.values(scripts),
    ...others.filter((file) => !files.some((entry) => entry.folder && entry.path === file)).map(text),
  ];

  test('never call the classic compiler, which reads remix.config.js and succeeds', () => {
    expect(lines.filter((line) => /\bremix (build|dev|watch)\b/.test(line))).toEqual([]);
  });

  test('never call npx --no, which runs whatever happens to be installed', () => {
    expect(lines.filter((line) => line.includes('npx --no'))).toEqual([]);
  });
});
