/** Proposal and messages in w3m: no style, no script, no pictures, and everything said in the order it is written in. */
import { expect, test } from 'vitest';
import { aBrief, aDesigner, aPublisher } from '../people.ts';
import { startProduct } from '../server.ts';
import { openTextBrowser, type TextBrowser } from './w3m.ts';

const product = await startProduct({ worker: false });
const { db, origin } = product;
const publisher = await aPublisher(db, { subject: 'dev-hiring-001', name: 'Harriet' });
await aDesigner(db, { subject: 'dev-designer-001', name: 'Dario' });
await aBrief(db, publisher, { title: 'The Salt Road' });

const [dario, harriet] = [await signIn('Dario Lindqvist, designer'), await signIn('Harriet Vane-Okafor')];

async function signIn(name: string): Promise<TextBrowser> {
  const browser = await openTextBrowser(`${origin}/dev/sign-in`);
  await browser.choose(name);
  await browser.press('Continue');
  return browser;
}

async function openProposals(): Promise<void> {
  for (const link of ['My briefs', 'The Salt Road', 'Proposals']) await harriet.press(link);
}

/** The page in one line, as it is read out; fields with what they hold. */
const read = async (browser: TextBrowser) => (await browser.text()).replaceAll(/\s+/g, ' ');
const says = async (browser: TextBrowser, ...all: string[]) => {
  const page = await read(browser);
  for (const words of all) expect(page).toContain(words);
};

test('a designer finds the brief, and what is wrong with an offer is said where it is typed', async () => {
  await says(dario, 'You are signed in as Dario.');
  await dario.press('Briefs');
  await dario.press('The Salt Road');
  await dario.press('Write a proposal');
  await dario.write('To the publisher', 'A ferry, seen from the water.');
  await dario.fill('Amount', 'seven hundred');
  await dario.fill('Concepts to choose from', '3');
  await dario.fill('Rounds of changes', '2');
  const days = 'When each milestone is delivered';
  await dario.fill('Concepts', '2031-04-01', days);
  await dario.fill('Front cover', '2031-04-20', days);
  await dario.choose('Print');
  await dario.select('Territory', 'World');
  await dario.select('Term', 'Five years');
  await dario.choose('No AI-generated art');
  await dario.choose('No stock images');
  await dario.press('Send proposal');
  await says(
    ...([dario, 'There is a problem • Enter an amount, such as 800 or 1,200.50'] as const),
    'Error: Enter an amount, such as 800 or 1,200.50 Amount[seven hundred ]',
    ...['[A ferry, seen from t]', 'choose from[3 ]', 'of changes[2 ]', 'Concepts[2031-04-01 ]'],
    ...['Front cover[2031-04-20 ]', '[*]Print [ ]Ebook', 'Territory[World ]', 'Term[Five years ]'],
    ...['(*)No AI-generated art ( )AI assisted', '(*)No stock images ( )Licensed'],
  );
});

test('it is sent when it is whole, and its publisher reads it', async () => {
  await dario.fill('Amount', '700');
  await dario.press('Send proposal');
  await says(dario, 'Your proposal is sent.', 'It is Harriet’s turn');
  await openProposals();
  await harriet.press('Dario');
  await says(harriet, 'It is your turn', 'A ferry, seen from the water.', 'Price €700');
});

test('they talk about it', async () => {
  await harriet.press('Messages', 'Read the brief');
  await harriet.write('Up to 5,000 characters', 'Could the ferry be red?\n\nIt is in the book.');
  await harriet.press('Send', 'Up to 5,000 characters');
  await dario.press('Messages');
  await says(dario, '1 unread', 'Could the ferry be red?');
  await dario.press('Harriet', 'Messages');
  await says(dario, 'Could the ferry be red?', 'It is in the book.');
  await dario.write('Up to 5,000 characters', 'Red it is.');
  await dario.press('Send', 'Up to 5,000 characters');
  await says(dario, 'You at', 'Harriet has not read your last message yet.');
  await harriet.press('Look for new messages');
  await says(harriet, 'Red it is.', 'Read by Dario on');
});

test('the publisher accepts', async () => {
  await openProposals();
  await harriet.press('Dario', 'New');
  await harriet.press('Accept');
  await says(harriet, 'Accept these terms?', '€700');
  await harriet.press('Accept', 'Accept these terms?');
  await says(harriet, 'It is agreed. The terms are frozen, and the project has begun.');
  await dario.press('Projects');
  await says(dario, 'The Salt Road');
});
