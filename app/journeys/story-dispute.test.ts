/** The story of a lighthouse that is a gull: one dispute that Dario settles himself, and one that Ada, of staff, has to decide. */
import { describe, expect, test } from 'vitest';
import { images } from '#db/schema/images.server.ts';
import { aConversation } from '#app/testing/conversations.ts';
import { aDelivery } from '#app/testing/deliveries.ts';
import { comes } from '#app/testing/hands.ts';
import { aDesigner, anAdmin, aPublisher } from '#app/testing/people.ts';
import { startWithPost } from '#app/testing/post.ts';
import { aProject } from '#app/testing/projects.ts';

const { db, origin, post } = await startWithPost();
const publisher = await aPublisher(db, { name: 'Harriet Vane-Okafor' });
const designer = await aDesigner(db, { name: 'Dario Lindqvist' });
const [H, D, A, BOOK] = [publisher.name, designer.name, 'Ada Quill', '“Night Ferry”'];
const made = await aProject(db, {
  ...{ publisher, designer, state: 'front', milestone: 'delivered', brief: { title: 'Night Ferry' } },
});
await aDelivery(db, made, { note: 'The lighthouse, with company.' });
// Its picture is in no storage: a page that asked for it would be one with a picture missing.
await db.update(images).set({ state: 'failed', readyAt: null });
const said = ['May there be a gull?', 'A small one.'];
await aConversation(db, { publisher, designer, briefId: made.project.briefId, said });
const project = `/projects/${made.id}`;
const harriet = await comes(origin, publisher);
const dario = await comes(origin, designer, { viewport: { width: 360, height: 800 } });
const ada = await comes(origin, await anAdmin(db, { subject: 'dev-admin-001', name: A }));

describe('a dispute that whoever opened it settles', () => {
  test('stops the clock, and is told to the other side and to staff', async () => {
    await dario.goto(project);
    await dario.follow('Open a dispute');
    await dario.tick('Payment');
    await dario.fill('What happened', 'The concepts were approved in May. Nothing was paid.');
    await dario.fill('What would settle it', 'A quarter of the price by Friday.');
    await dario.press('Open a dispute');
    await dario.says('The dispute is open.');
    await post.next(harriet);
    await harriet.says('A quarter of the price by Friday.');
    await harriet.goto(project);
    await harriet.says('Say how you see the dispute, before staff decide it. Work and clocks stand still.');
    await post.next(ada);
    await ada.says('Nothing was paid.');
  });

  test('lets the project go on where it stood', async () => {
    await dario.follow('Settle, and go on');
    await dario.press('Settle, and go on');
    await dario.says('The dispute is settled.');
    await post.next(harriet);
    await harriet.says(/^Approves itself in 13 days/);
    await post.next(ada);
    await ada.goto('/admin/disputes');
    expect(await ada.offers('Night Ferry')).toBe(0);
  });
});

describe('a dispute that staff decide', () => {
  test('has grounds, and both say how they see it', async () => {
    await harriet.follow('Open a dispute');
    await harriet.tick('The work is not what was agreed');
    await harriet.fill('What happened', 'A gull, where a lighthouse was agreed.');
    await harriet.fill('What would settle it', 'My money back.');
    await harriet.press('Open a dispute');
    await post.next(dario);
    await dario.says('A gull, where a lighthouse was agreed.');
    await post.next(ada);
    await dario.fill('How you see it', 'She said yes to a small gull. It is a small gull.');
    await dario.press('Send your answer');
    await dario.says('Your answer is sent.');
    await post.next(harriet);
    await harriet.says('It is a small gull.');
    await post.next(ada);
    await ada.says('It is a small gull.');
  });

  test('is found by staff, with the project, its deliveries and what the two wrote', async () => {
    await ada.goto('/admin/disputes');
    await ada.says('Both sides have written');
    await ada.follow('Night Ferry');
    const here = ada.path();
    await ada.follow(/^Front cover: /);
    await ada.says('The lighthouse, with company.');
    await ada.goto(here);
    await ada.follow('What they wrote to each other');
    await ada.says('A small one.');
    await ada.goto(here);
    await ada.follow('The page of the project');
    await ada.follow('Decide the dispute');
    expect(ada.path()).toBe(here);
  });

  test('ends with a decision, which both are told', async () => {
    await ada.fill('What the project is worth in all, in EUR', '300');
    await ada.fill('What you decide, and why', 'The gull was agreed, the size of it was not.');
    await ada.press('Decide the dispute');
    await ada.says('The dispute is decided, and both sides have been told.');
    for (const side of [harriet, dario]) {
      await post.next(side);
      await side.says('The gull was agreed, the size of it was not.');
      await side.goto(project);
      await side.says('Staff decided the dispute');
      expect(await side.fact('Still to be paid')).toBe('€300');
      await side.follow('See what is owed');
      expect(await side.fact('Settled when it ended')).toBe('€300.00');
    }
    expect(await harriet.value('Amount in EUR, before tax')).toBe('300');
  });

  test('leaves the brief with its publisher', async () => {
    await harriet.goto(`/briefs/${made.project.briefId}`);
    await harriet.press('Reopen');
    await harriet.says('The brief is open again.');
  });
});

test('the post was this, and nothing else', async () => {
  const dispute = '/projects/…/dispute';
  expect(await post.all()).toEqual([
    [A, `${D} has opened a dispute about ${BOOK}`, dispute],
    [H, `${D} has opened a dispute about ${BOOK}`, dispute],
    [A, `The dispute about ${BOOK} is settled`, dispute],
    [H, `The dispute about ${BOOK} is settled`, '/projects/…'],
    [A, `${H} has opened a dispute about ${BOOK}`, dispute],
    [D, `${H} has opened a dispute about ${BOOK}`, dispute],
    [A, `${D} has answered in the dispute about ${BOOK}`, dispute],
    [H, `${D} has answered in the dispute about ${BOOK}`, dispute],
    [D, `The dispute about ${BOOK} is decided`, dispute],
    [H, `The dispute about ${BOOK} is decided`, dispute],
  ]);
}, 30_000);
