import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig, type Plugin } from 'vite';
import remixOptions from './remix.config.js';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

/**
 * postgres.js 3.4.9 ends the process when the database goes away within a transaction, and may keep a connection that
 * never sends again (porsager/postgres#1208, #1168). Bundled and mended until a release does it;
 * `app/testing/faults/database.faults.ts` is what fails without.
 */
const mendedDriver: Plugin = {
  name: 'mended-driver',
  transform(code, id) {
    if (!id.endsWith('/postgres/src/connection.js')) return;
    const refuse = `error(Errors.connection('CONNECTION_CLOSED', options, socket))`;
    return [
      [
        'function nextWrite(fn) {',
        `function nextWrite(fn) { if (!socket) { chunk = nextWriteTimer = null; ${refuse}; return false }`,
      ],
      ['clearImmediate(nextWriteTimer)\n', 'clearImmediate(nextWriteTimer); chunk = nextWriteTimer = null\n'],
    ].reduce((text, [from = '', to = '']) => {
      if (!text.includes(from)) throw new Error('postgres.js has changed: is it still to be mended?');
      return text.replaceAll(from, to);
    }, code);
  },
};

export default defineConfig(({ mode }) => ({
  plugins: [mendedDriver, remix(remixOptions(mode))],
  build: { target: 'es2022', assetsInlineLimit: 0 },
  // drizzle-orm is hundreds of files, beside each of which Node reads the 180 KB of its package.json again: 0.4 s of a start.
  ssr: { noExternal: ['postgres', 'drizzle-orm'] },
}));
