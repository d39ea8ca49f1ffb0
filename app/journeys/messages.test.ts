/** A designer and a publisher talk about a brief: without a script, then with one. */
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { briefInvitations } from '#db/schema/saves.server.ts';
import { openReader, type Reader } from '#app/testing/browser.ts';
import { aConversation } from '#app/testing/conversations.ts';
import { hiddenFields, httpClient } from '#app/testing/http.ts';
import { aBrief, aDesigner, anAdmin, aPublisher } from '#app/testing/people.ts';
import { startProduct } from '#app/testing/server.ts';

const product = await startProduct();
const { db, origin } = product;
const publisher = await aPublisher(db, { name: 'Paula Imprint' });
const designer = await aDesigner(db, { name: 'Dora Bodoni' });
const staff = await anAdmin(db);
const brief = await aBrief(db, publisher, { title: 'The Salt Road' });
await db.insert(briefInvitations).values({ briefId: brief.id, designerId: designer.id });

const [dora, paula, stephen] = [await openReader(origin), await openReader(origin), await openReader(origin)];
await dora.signIn(designer);
await paula.signIn(publisher);
await stephen.signIn(staff);

const box = ({ page }: Reader) => page.getByRole('textbox', { name: /^Write to/ });
const press = ({ page }: Reader, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = ({ page }: Reader, name: string | RegExp) => page.getByRole('link', { name }).first().click();
const thread = ({ page }: Reader) => page.locator('#thread').innerText();
async function write(reader: Reader, words: string, button = 'Send') {
  await box(reader).fill(words);
  await press(reader, button);
}
const pathOf = ({ page }: Reader) => new URL(page.url()).pathname;

describe('without a script', () => {
  test('a designer who was invited writes first; what cannot be sent is kept', async () => {
    await dora.goto(`/messages/with?brief=${brief.id}&designer=${designer.id}`);
    await press(dora, 'Send');
    expect(dora.shown.at(-1)?.status).toBe(400);
    await write(dora, 'x'.repeat(5001));
    expect(await dora.page.locator('#body-error').textContent()).toContain('there are 5,001');
    expect(await box(dora).inputValue()).toHaveLength(5001);
    await write(dora, 'How thick is the paper?\n\nAnd may it be blue?');
    expect(pathOf(dora)).toMatch(/^\/messages\/[\w-]{36}$/);
    expect(await thread(dora)).toContain('And may it be blue?');
    expect(await dora.page.locator('#receipt').textContent()).toBe(
      'Paula Imprint has not read your last message yet.',
    );
    // The address that opens a conversation leads to it from now on.
    await dora.goto(`/messages/with?brief=${brief.id}&designer=${designer.id}`);
    expect(await thread(dora)).toContain('And may it be blue?');
  });

  test('the publisher sees that there is something to read; a browser that looks ahead has not read it', async () => {
    await paula.goto('/messages');
    const entry = paula.page.locator('.entry');
    expect(await entry.innerText()).toContain('1 unread');
    expect(await entry.innerText()).toContain('How thick is the paper? And may it be blue?');
    const ahead = httpClient(origin, { 'Sec-Purpose': 'prefetch' });
    await ahead.signIn(publisher);
    expect((await ahead.get(pathOf(dora))).status).toBe(200);
    await paula.goto('/messages');
    expect(await entry.innerText()).toContain('1 unread');
    await follow(paula, 'Dora Bodoni');
    expect(paula.page.url()).toMatch(/#newest$/);
    await paula.goto('/messages');
    expect(await entry.innerText()).not.toContain('unread');
    await follow(dora, 'Look for new messages');
    expect(await dora.page.locator('#receipt').textContent()).toMatch(/^Read by Paula Imprint on \d/);
  });

  test('an answer is sent once, however often; other words from the same page are an answer of their own', async () => {
    const client = httpClient(origin);
    await client.signIn(publisher);
    const path = pathOf(dora);
    const { formToken = '' } = hiddenFields((await client.get(path)).text);
    const send = (body: string) => client.form(path, { formToken, body });
    const answers = await Promise.all(Array.from({ length: 50 }, () => send('Cream, 90 gsm.')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect((await send('And yes, blue.')).status).toBe(303);
    await dora.goto(path);
    const said = await thread(dora);
    expect(said.split('Cream, 90 gsm.')).toHaveLength(2);
    expect(said).toContain('And yes, blue.');
    expect(await dora.page.locator('h2.day').count()).toBe(1);
  });

  test('files go along with what was typed; one that is not taken keeps the words', async () => {
    await write(dora, 'Here is a sketch.', 'Add files');
    expect(await box(dora).inputValue()).toBe('Here is a sketch.');
    await press(dora, 'Send');
    expect(await dora.page.getByRole('alert').textContent()).toContain('Choose at least one file');
    expect(await box(dora).inputValue()).toBe('Here is a sketch.');
    const notes = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Blue, and salt.') };
    const page = {
      name: 'page.png',
      mimeType: 'image/png',
      buffer: Buffer.from('<script>alert(1)</script>'),
    };
    await dora.page.getByLabel('Files').setInputFiles([notes, page]);
    await press(dora, 'Send');
    expect(await dora.page.getByRole('alert').textContent()).toContain('page.png');
    await dora.page.getByLabel('Files').setInputFiles(notes);
    await press(dora, 'Send');
    expect(await thread(dora)).toContain('notes.txt 15 bytes');
    await paula.goto(pathOf(dora));
    const href = await paula.page.getByRole('link', { name: 'notes.txt' }).getAttribute('href');
    const client = httpClient(origin);
    await client.signIn(publisher);
    expect((await client.get(href ?? '')).text).toBe('Blue, and salt.');
    await client.signIn(await aPublisher(db));
    expect((await client.get(href ?? '')).status).toBe(404);
  });

  test('words are found again, and lead to where they were said', async () => {
    await paula.goto('/messages');
    await paula.page.getByLabel('Words in your messages').fill('BLUE');
    await press(paula, 'Search');
    expect(await paula.page.locator('mark').allTextContents()).toEqual(['blue', 'blue']);
    await follow(paula, 'You');
    expect(await thread(paula)).toContain('And yes, blue.');
    expect(paula.page.url()).toMatch(/#m-/);
    await follow(paula, 'Newer messages');
    expect(await thread(paula)).toContain('Here is a sketch.');
  });

  test('who is reported and blocked is told neither, and writes no more; staff decide', async () => {
    await follow(paula, 'Report');
    await press(paula, 'Report to staff');
    expect(await paula.page.getByRole('alert').innerText()).toContain('Choose what is wrong');
    await paula.page.getByRole('radio', { name: 'Something else' }).check();
    await paula.page.getByLabel('In your words').fill('She asks about paper all day.');
    await press(paula, 'Report to staff');
    expect(await paula.page.getByRole('status').first().textContent()).toContain('Thank you');
    await follow(paula, 'Block Dora Bodoni');
    await press(paula, 'Block');
    expect(await paula.page.getByText('Dora Bodoni is blocked.').count()).toBe(1);
    dora.forgive(/403/);
    await write(dora, 'Are you there?');
    expect(dora.shown.at(-1)?.status).toBe(403);
    expect(await box(dora).inputValue()).toBe('Are you there?');
    expect(await dora.page.getByRole('alert').innerText()).not.toMatch(/block/i);

    await stephen.goto('/admin/reports?state=open');
    await follow(stephen, 'Something else: a message');
    expect(await stephen.page.locator('.said').count()).toBeGreaterThan(2);
    await stephen.page.getByRole('radio', { name: /^No/ }).check();
    await stephen.page.getByLabel('Words for whoever').fill('Asking is what conversations are for.');
    await press(stephen, 'Decide');
    expect(await stephen.page.getByText('Decided. Whoever reported it is told.').count()).toBe(1);
    await paula.goto('/account/blocked');
    await press(paula, 'Unblock Dora Bodoni');
    await write(dora, 'Are you there?');
    expect(dora.shown.at(-1)?.status).toBe(200);
  });
});

describe('with a script', () => {
  test('what is said comes in by itself, and so does that somebody writes, and that it was read', async () => {
    const live = await openReader(origin, { javaScript: true });
    await live.signIn(publisher);
    const path = pathOf(dora);
    await live.goto(path);
    const documents = live.shown.length;
    const other = await openReader(origin, { javaScript: true });
    await other.signIn(designer);
    await other.goto(path);
    await box(other).pressSequentially('Yes');
    await live.page.getByText('Dora Bodoni is typing…').waitFor();
    await write(other, 'A script told you.');
    await live.page.locator('.said', { hasText: 'A script told you.' }).waitFor();
    expect(await live.page.locator('#typing').textContent()).toBe('');
    expect(await live.page.getByText('A script told you.').count()).toBe(1);
    await other.page.getByText(/^Read by Paula Imprint/).waitFor();
    // What is being typed stays: nothing was loaded anew.
    await box(live).fill('Half a sent');
    await write(other, 'And again.');
    await live.page.locator('.said', { hasText: 'And again.' }).waitFor();
    expect(await box(live).inputValue()).toBe('Half a sent');
    expect(live.shown).toHaveLength(documents);
    await paula.goto('/messages');
    expect(await paula.page.locator('.entry').innerText()).not.toContain('unread');
  });
});

test('a script that the server has sent away tries again half a minute later', async () => {
  const live = await openReader(origin, { javaScript: true });
  await live.signIn(publisher);
  await live.page.clock.install();
  live.forgive(/^503 /);
  const refused = live.page.waitForEvent('response', (answer) => answer.status() === 503);
  await live.page.route('**/live?*', (route) => route.fulfill({ status: 503 }), { times: 1 });
  await live.goto(pathOf(dora));
  await refused;
  await write(dora, 'Is anybody there?');
  const said = live.page.locator('.said', { hasText: 'Is anybody there?' });
  await live.page.clock.fastForward(20_000);
  expect(await said.count()).toBe(0);
  await live.page.clock.fastForward(15_000);
  await said.waitFor();
});

describe('a conversation of 500 messages', () => {
  test('comes in pages that fit a slow line', async () => {
    const said = Array.from({ length: 500 }, (_, at) =>
      WORDS.slice(at % 40)
        .join(' ')
        .slice(0, 40 + ((at * 97) % 420)),
    );
    const { id } = await aConversation(db, { publisher, designer, said });
    const { html, status } = await paula.goto(`/messages/${id}`);
    const bytes = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).byteLength;
    process.stdout.write(`a page of 50 of 500 messages: ${html.length} characters, ${bytes} bytes br\n`);
    expect([status, await paula.page.locator('.said').count()]).toEqual([200, 50]);
    expect(bytes).toBeLessThan(14 * 1024);
    for (let page = 1; page < 10; page += 1) await follow(paula, 'Older messages');
    expect(await paula.page.getByRole('link', { name: 'Older messages' }).count()).toBe(0);
    expect(await paula.page.locator('.said').count()).toBe(50);
  });
});

/** Prose of many different words: the same sentence again and again would pack into nothing. */
const WORDS =
  `The ferry leaves before the fog does and nobody aboard asks why the captain keeps a ledger of tides in green ink
  Perhaps we try the lighthouse larger with lettering that leans into the wind as if cut from driftwood rather than drawn
  I worry a woman seen from behind has become the cliché of our genre could the harbour itself be our protagonist instead
  Spine text should survive at thumbnail scale so please avoid hairlines and consider raising contrast between title author
  Marketing wonders whether foil is affordable my printer quotes eleven cents per copy above two thousand which feels steep`.split(
    /\s+/,
  );
