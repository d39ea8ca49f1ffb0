/** Links by which guests vote: a publisher makes and closes them. Of a link only its hash is kept. */
import { createHash, createHmac } from 'node:crypto';
import { and, count, eq, isNull } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { voteLinks } from '#db/schema/proposals.server.ts';
import { lockBrief } from '../briefs/commands.server.ts';
import { BRIEF_STATES } from '../briefs/rules.ts';
import { Conflict, NotFound } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import { isUuid } from '../ids.ts';
import type { Person } from '../people/rules.ts';
import { getDecidersBrief } from '../proposals/list.server.ts';
import type { LinkValues } from './form.ts';
import { LINK_DAYS, linkState, MOST_LINKS, whyOver } from './rules.ts';

/** The secret part of a link. The same form gives the same: who sends it twice is shown the link that was made. */
export const linkToken = (secret: string, formToken: string): string =>
  createHmac('sha256', secret).update(`vote ${formToken}`).digest('base64url').slice(0, 32);

export const isLinkToken = (text: string | undefined): text is string => /^[\w-]{32}$/.test(text ?? '');

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

type Opening = { briefId: string | undefined; token: string; values: LinkValues; now: Date };

/** Makes a link. Throws Conflict when there are too many, or the brief is decided; Forbidden, NotFound. */
export async function openLink(tx: Db, viewer: Person, { briefId, token, values, now }: Opening) {
  await lockBrief(tx, viewer, briefId);
  const brief = await getDecidersBrief(tx, viewer, briefId);
  if (brief.state === 'draft' || whyOver('open', brief.state))
    throw new Conflict(
      `This brief is ${BRIEF_STATES[brief.state].toLowerCase()} now: there is nothing to vote on.`,
    );
  const [have] = await tx.select({ n: count() }).from(voteLinks).where(eq(voteLinks.briefId, brief.id));
  if ((have?.n ?? 0) >= MOST_LINKS) throw new Conflict(`There are ${MOST_LINKS} links already.`);
  const expiresAt = new Date(now.getTime() + LINK_DAYS * 86_400_000);
  await tx
    .insert(voteLinks)
    .values({ briefId: brief.id, tokenHash: hashOfToken(token), ...values, createdAt: now, expiresAt });
  const data = { title: brief.details.title, label: values.label };
  await recordEvent(tx, {
    ...{ type: 'vote.opened', actorId: viewer.id, subjectId: brief.id, briefId: brief.id, data },
  });
}

type Closing = { briefId: string | undefined; linkId: string | undefined; now: Date };

/** Closes a link; what was voted stays. Throws Conflict for one that takes no votes any more, Forbidden, NotFound. */
export async function closeLink(tx: Db, viewer: Person, { briefId, linkId, now }: Closing): Promise<void> {
  const brief = await getDecidersBrief(tx, viewer, briefId);
  const one = isUuid(linkId) ? and(eq(voteLinks.id, linkId), eq(voteLinks.briefId, brief.id)) : null;
  const [link] = one ? await tx.select().from(voteLinks).where(one).for('update') : [];
  if (!link || !one) throw new NotFound('There is no such link.');
  if (linkState(link, now) !== 'open') throw new Conflict('This link takes no votes any more.');
  await tx
    .update(voteLinks)
    .set({ closedAt: now })
    .where(and(one, isNull(voteLinks.closedAt)));
  const data = { title: brief.details.title, label: link.label };
  await recordEvent(tx, {
    ...{ type: 'vote.closed', actorId: viewer.id, subjectId: brief.id, briefId: brief.id, data },
  });
}
