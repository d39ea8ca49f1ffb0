import { randomUUID } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { access, copyFile, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { contentTypeOf, validKey } from './keys.ts';
import { StorageUnavailable, type Source, type Storage, type StoredFile } from './storage.ts';

/**
 * A store in a directory of this machine, for development and tests. The content type is the one the key's ending
 * stands for; `cacheControl` is not kept (the app that serves the file decides). `link` is always null.
 */
export function openDiskStorage(directory: string): Storage {
  const path = (key: string) => join(directory, validKey(key));
  return {
    async put(key, source, meta) {
      if (meta.contentType !== contentTypeOf(key)) throw new TypeError(`${key} is not ${meta.contentType}`);
      if (!(source instanceof Uint8Array)) await access(source.file, constants.R_OK);
      await working(`store ${key}`, () => replace(directory, path(key), source));
    },
    async open(key) {
      const target = path(key);
      return working(`open ${key}`, () => openFile(key, target));
    },
    async link(key) {
      validKey(key);
      return null;
    },
    async remove(keys) {
      const targets = keys.map(path);
      await working('remove files', () => Promise.all(targets.map((target) => rm(target, { force: true }))));
    },
    async check() {
      await working('check the directory', async () => {
        await mkdir(directory, { recursive: true });
        await access(directory, constants.R_OK | constants.W_OK);
      });
    },
  };
}

/** A rename within one file system is atomic; a dot in the name keeps the draft out of reach of every key. */
async function replace(directory: string, target: string, source: Source): Promise<void> {
  const draft = join(directory, `.draft-${randomUUID()}`);
  await mkdir(dirname(target), { recursive: true });
  try {
    if (source instanceof Uint8Array) await writeFile(draft, source, { flag: 'wx' });
    else await copyFile(source.file, draft, constants.COPYFILE_EXCL);
    await flush(draft);
    await rename(draft, target);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Without this a power cut after the rename can leave the name on an empty file. */
async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync().finally(() => handle.close());
}

async function openFile(key: string, target: string): Promise<StoredFile | null> {
  const handle = await open(target, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw error;
  });
  if (!handle) return null;
  const { size } = await handle.stat();
  return { body: createReadStream('', { fd: handle }), contentType: contentTypeOf(key), size };
}

async function working<T>(doing: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new StorageUnavailable(doing, cause);
  }
}
