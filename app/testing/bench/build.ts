import { globSync, statSync } from 'node:fs';
import { cp, mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { ROOT } from './processes.ts';

/** What the build is made from. */
const SOURCES = ['app/**/*.{ts,tsx,css}', 'db/**/*.ts', 'db/migrations.lock', 'public/*', '*.config.{js,ts}'];
const NOT_IN_IT = /\.test\.tsx?$|^app\/testing\/|^db\/seed\/catalogue\//;

/**
 * Copies the production build to `target`, making it first when it is missing or older than its sources: somebody who
 * builds again while the bench runs must not change what is being measured.
 */
export async function snapshotBuild(target: string): Promise<void> {
  if (isStale()) {
    process.stderr.write('bench: building …\n');
    const remix = path.join(ROOT, 'node_modules/.bin/remix');
    const built = spawnSync(remix, ['vite:build'], { cwd: ROOT, encoding: 'utf8' });
    if (built.status !== 0) throw new Error(`the build failed:\n${built.stdout}${built.stderr}`);
  }
  await mkdir(target);
  for (const part of ['client', 'server'])
    await cp(path.join(ROOT, 'build', part), path.join(target, part), { recursive: true });
  // The server's bundle finds its packages from where it lies.
  await symlink(path.join(ROOT, 'node_modules'), path.join(target, 'node_modules'));
}

function isStale(): boolean {
  const built = statSync(path.join(ROOT, 'build/server/index.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = globSync(SOURCES, { cwd: ROOT }).filter((file) => !NOT_IN_IT.test(file));
  return sources.some((file) => statSync(path.join(ROOT, file)).mtimeMs > built);
}
