/** Proposals in words, for the two who read them: whose turn it is, what was said, and what each version changed. Pure. */
import { MILESTONE_KEYS, MILESTONES } from '../projects/rules.ts';
import type { Proposal, Version } from './proposal.ts';
import {
  isLive,
  PROPOSAL,
  PROPOSAL_STATES,
  type PlainMove,
  type ProposalSide,
  type ProposalState,
} from './rules.ts';
import { changedTerms, termWords, type Terms } from './terms.ts';

export type Say = {
  date: (day: string | Date) => string;
  moment: (value: string | Date) => string;
  money: (minor: number, currency: string) => string;
};

export const stateTag = (state: ProposalState) => ({ state, label: PROPOSAL_STATES[state] });

/** Whose turn it is with something live, in the words of a list. */
export const turnOf = (author: ProposalSide, side: ProposalSide): string =>
  author !== side ? 'your turn' : `waiting for the ${side === 'designer' ? 'publisher' : 'designer'}`;

/** A proposal as its page shows it. */
export function proposalSheet(proposal: Proposal, say: Say) {
  const { id, state, side, brief, designer, samples, projectId, versions } = proposal;
  const last = versions.at(-1);
  return {
    ...{ id, side, samples, projectId, status: stateTag(state), turn: turnWords(proposal, say) },
    title: brief.title,
    brief: `/briefs/${brief.id}`,
    talk: `/messages/with?brief=${brief.id}&designer=${proposal.designerId}`,
    designer: { name: designer.name, href: `/designers/${designer.slug}` },
    other: side === 'designer' ? brief.publisher : designer.name,
    price: last ? say.money(last.terms.price, last.terms.currency) : '',
    terms: last ? termFacts(last.terms, say) : [],
    versions: versions.map((version, at) => versionWords(proposal, version, versions[at - 1], say)).reverse(),
  };
}
export type ProposalSheet = ReturnType<typeof proposalSheet>;

/** Terms as a list of facts. */
export const termFacts = (terms: Terms, say: Say) =>
  termWords(terms, say).map(({ label, text }) => ({ term: label, value: text }));

/** An offer as it was typed: the message, then the terms, a line each. */
export const offerWords = ({ message, terms }: { message: string; terms: Terms }, say: Say): string[] => [
  ...(message ? [message] : []),
  termFacts(terms, say)
    .filter(({ value }) => value !== '')
    .map(({ term, value }) => `${term}: ${value}`)
    .join('\n'),
];

function versionWords(
  { side, brief, designer }: Proposal,
  version: Version,
  before: Version | undefined,
  say: Say,
) {
  const { number, author, message, sentAt, validUntil } = version;
  return {
    ...{ number, message, sent: say.moment(sentAt), until: say.date(validUntil) },
    by: author === side ? 'You' : author === 'designer' ? designer.name : brief.publisher,
    name: author === 'publisher' ? 'Counter-offer' : number === 1 ? 'First offer' : 'New offer',
    changes: before
      ? changedTerms(before.terms, version.terms, say).map(({ label, was, is }) => ({
          ...{ field: label, theirs: was, yours: is },
        }))
      : [],
  };
}

/** What was offered meanwhile against what was typed over an older version. */
export const changesFrom = ({ versions }: Proposal, { terms }: { terms: Terms }, say: Say) => {
  const last = versions.at(-1);
  return last
    ? changedTerms(last.terms, terms, say).map(({ label, was, is }) => ({
        ...{ field: label, theirs: was, yours: is },
      }))
    : [];
};

type Turn = { title: string; text: string };

function turnWords(proposal: Proposal, say: Say): Turn {
  const { state, side, author, brief, designer } = proposal;
  const other = side === 'designer' ? brief.publisher : designer.name;
  const until = proposal.validUntil ? say.date(proposal.validUntil) : '';
  const decided = proposal.decidedAt ? ` on ${say.date(proposal.decidedAt)}` : '';
  if (isLive(state) && author !== side)
    return {
      title: 'It is your turn',
      text: `${other} wrote last. You can accept what they offer, answer with terms of your own, or say no. It stands until ${until}.`,
    };
  if (isLive(state))
    return {
      title: `It is ${other}’s turn`,
      text: `You wrote last. They can accept or answer; you can still change what you wrote. It stands until ${until}.`,
    };
  const texts: Record<Exclude<ProposalState, 'submitted' | 'shortlisted'>, Turn> = {
    draft: { title: 'Not sent yet', text: 'Nobody but you sees it.' },
    accepted: { title: 'It is agreed', text: `The terms below became a contract${decided}.` },
    declined: declinedWords(proposal, decided),
    withdrawn: {
      title: side === 'designer' ? 'You have withdrawn it' : `${other} has withdrawn it`,
      text: `Withdrawn${decided}.${brief.state === 'open' && side === 'designer' ? ' The brief is still open: you can write another.' : ''}`,
    },
    expired: {
      title: 'It has expired',
      text:
        side === 'designer'
          ? `It stood until ${until}, and was not answered. You can offer it again while the brief is open.`
          : `It stood until ${until}. ${other} can offer it again while the brief is open.`,
    },
  };
  return texts[state as keyof typeof texts];
}

function declinedWords({ side, declineReason, brief }: Proposal, decided: string): Turn {
  const reason = declineReason ? ` “${declineReason}”` : '';
  if (side === 'publisher')
    return {
      title: 'You have declined it',
      text: `Declined${decided}.${reason}${brief.state === 'open' ? ' You can look at it again.' : ''}`,
    };
  const who = brief.state === 'awarded' ? 'Another proposal was chosen for this book.' : '';
  return {
    title: 'It was not chosen',
    text: [who, `Declined${decided}.`, reason && `${brief.publisher} wrote:${reason}`]
      .filter(Boolean)
      .join(' '),
  };
}

/** Days of a milestone that have passed already, for whoever is about to agree on them; empty when none has. */
export function overdueWords({ dates }: Terms, today: string): string {
  const late = MILESTONE_KEYS.filter((kind) => (dates[kind] ?? today) < today);
  if (late.length === 0) return '';
  const names = late.map((kind) => MILESTONES[kind].toLowerCase()).join(', ');
  return `The day of ${names} is over. You can go back and ask for other days before you agree.`;
}

/** Told after a move that leads to one of several states. */
export const doneWords = (name: PlainMove, to: ProposalState): string =>
  name === 'reconsider' && to === 'expired'
    ? 'Its day has passed, so its designer has been asked to offer it again.'
    : PROPOSAL.moves[name].done;

/** The terms people compare first. */
export const termBrief = ({ price, currency, concepts, revisionRounds, dates }: Terms, say: Say) => [
  { term: 'Price', value: say.money(price, currency) },
  { term: 'Hand-over', value: dates.handover ? say.date(dates.handover) : '' },
  { term: 'Concepts', value: String(concepts) },
  { term: 'Rounds', value: String(revisionRounds) },
];
