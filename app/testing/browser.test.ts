/** The judge of every page that a journey shows has to be able to say no. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { openReader } from './browser.ts';
import { closeLater } from './database.server.ts';

const page = (body: string) =>
  `<!DOCTYPE html><html lang="en"><head><title>A page</title></head><body><main><h1>A page</h1>${body}</main></body></html>`;
const PAGES: Record<string, string> = {
  '/sound': page('<p>Nothing is wrong with it.</p>'),
  '/pale': page('<style>p { color: #ccc; background: #fff }</style><p>Nobody can read this.</p>'),
  '/nameless': page('<form action="/"><input type="text" name="q"></form>'),
  '/styled': page('<p style="color: red">Red.</p>'),
};
const server = createServer(({ url = '' }, answer) => {
  answer.setHeader('Content-Type', 'text/html; charset=utf-8').end(PAGES[url] ?? page(''));
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
closeLater(() => new Promise((resolve) => server.close(() => resolve())));
const reader = await openReader(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
// The browser asks for one of its own accord.
const goto = async (path: string) => {
  await reader.goto(path);
  reader.forgive(/favicon/);
};

test('a sound page passes, after one that was not, too', async () => {
  await goto('/pale');
  await expect(reader.settle()).rejects.toThrow(/color contrast/);
  await goto('/sound');
  await reader.settle();
});

test.each([
  ['/nameless', /Form elements must have labels/],
  ['/styled', /there is an inline style/],
])('%s is told of', async (path, problem) => {
  await goto(path);
  await expect(reader.settle()).rejects.toThrow(problem);
});
