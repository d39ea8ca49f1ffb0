/** Mail for development: each is a file that any mail program opens. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Outgoing } from './message.ts';

export function writeFiles(dir: string, written: (file: string) => void) {
  const composer = createTransport({ streamTransport: true, buffer: true });
  return async (message: SendMailOptions, { id, writtenAt }: Outgoing): Promise<void> => {
    const composed = await composer.sendMail(message);
    // Named by the mail: written again it is the same file.
    const file = path.join(dir, `${writtenAt.toISOString().replaceAll(':', '-')}-${id}.eml`);
    await mkdir(dir, { recursive: true });
    await writeFile(`${file}.part`, composed.message as Buffer);
    await rename(`${file}.part`, file);
    written(file);
  };
}
