/** The story of a cover that nobody prints: Harriet leaves at the front cover, pays what the contract says, and Dario goes in peace. */
import { describe, expect, test } from 'vitest';
import { mails } from '#db/schema/notifications.server.ts';
import { invoices, readsInvoice, reviews, wantsAtOnce } from '#app/testing/doings.ts';
import { comes } from '#app/testing/hands.ts';
import { aDesigner, aPublisher } from '#app/testing/people.ts';
import { startWithPost } from '#app/testing/post.ts';
import { aProject } from '#app/testing/projects.ts';

const { db, origin, post } = await startWithPost();
const publisher = await aPublisher(db, { name: 'Harriet Vane-Okafor' });
const designer = await aDesigner(db, { name: 'Dario Lindqvist' });
const [H, D, BOOK] = [publisher.name, designer.name, '“Night Ferry”'];
const brief = { title: 'Night Ferry' };
const { id } = await aProject(db, { publisher, designer, state: 'front', milestone: 'delivered', brief });
const project = `/projects/${id}`;
const harriet = await comes(origin, publisher, { viewport: { width: 360, height: 800 } });
const dario = await comes(origin, designer);
const mira = await comes(origin, await aDesigner(db, { name: 'Mira Solberg' }));

describe('leaving', () => {
  test('costs what the contract says, which is shown before anybody confirms it', async () => {
    await harriet.goto(project);
    await harriet.follow('The contract');
    expect(await harriet.fact('At the front cover')).toBe('33 % of the price, €264');
    await harriet.goto(project);
    await harriet.follow('Cancel the project');
    await harriet.says('€264, 33 % of the price');
    await harriet.says(`${H} then owes ${D} €264.`);
    expect(await db.$count(mails)).toBe(0);
  });

  test('is said with a reason, which he reads with what he is owed', async () => {
    await harriet.fill('Why you cancel', 'The rights went back to the author.');
    await harriet.press('Cancel the project');
    await harriet.says('The project is cancelled.');
    await post.next(dario);
    await dario.says('Harriet Vane-Okafor cancelled the project');
    await dario.says('The rights went back to the author.');
    expect(await dario.fact('Still to be paid')).toBe('€264');
    expect(await dario.offers('Put the delivery together')).toBe(0);
  });

  test('is due on the page of payments, invoiced and paid', async () => {
    await harriet.follow('See what is owed');
    expect(await harriet.fact('Settled when it ended')).toBe('€264.00');
    expect(await harriet.fact('Still to pay')).toBe('€264.00');
    await invoices(dario, project);
    await post.next(harriet);
    await readsInvoice(harriet, ['Cover for Night Ferry', '€264.00', '€50.16', '€314.16']);
    await harriet.follow('Payments');
    expect(await harriet.value('Amount in EUR, before tax')).toBe('264');
    await harriet.press('Write it down');
    await post.next(dario);
    await dario.press(/^Confirm/);
    await post.next(harriet);
    expect(await harriet.fact('Paid')).toBe('€264.00');
    expect(await harriet.page.getByText('Still to pay').count()).toBe(0);
  });
});

describe('afterwards', () => {
  test('the brief is hers again, and open to others', async () => {
    await harriet.goto(project);
    await harriet.follow('The brief');
    await harriet.press('Reopen');
    await harriet.says('The brief is open again.');
    await mira.goto('/briefs');
    await mira.follow('Night Ferry');
    expect(await mira.offers('Write a proposal')).toBe(1);
  });

  test('each says how it was, and that it was cancelled is said beside it', async () => {
    for (const one of [harriet, dario]) await wantsAtOnce(one, 'Reviews');
    await dario.goto(project);
    await dario.follow('Reviews');
    await reviews(dario, H, '3, fair', 'It ended early, and was paid for at once.');
    await dario.says('Your review is sent.');
    await post.next(harriet);
    expect(await harriet.page.content()).not.toContain('paid for at once');
    await reviews(harriet, D, '5, excellent', 'The front was lovely; the book was not to be.');
    await harriet.says('It ended early, and was paid for at once.');
    await post.next(dario);
    await mira.goto('/designers/dario-lindqvist');
    await mira.says('After a project that was cancelled');
    await mira.says('The front was lovely; the book was not to be.');
  });

  test('the post was this, and nothing else', async () => {
    expect(await post.all()).toEqual([
      [D, `${H} has cancelled the project for ${BOOK}`, '/projects/…'],
      [H, `${D} sent you an invoice of €314.16 for ${BOOK}`, '/projects/…/invoices/1'],
      [D, `${H} wrote down a payment of €264 for ${BOOK}`, '/projects/…/payments'],
      [H, `${D} confirmed a payment of €264 for ${BOOK}`, '/projects/…/payments'],
      [H, `${D} has reviewed your work together on ${BOOK}`, '/projects/…/review'],
      [D, `The reviews of ${BOOK} can be read now`, '/projects/…/review'],
    ]);
  }, 30_000);
});
