/** How briefs, invitations and proposals are told of. Kind to those who were not chosen. */
import type { Topic, TypesOf } from './rules.ts';
import type { Facts, Writer } from './words.ts';

type ProposalTopic = Extract<Topic, 'proposals'>;

const proposal = ({ subjectId }: Facts) => `/proposals/${subjectId}`;
const for_ = ({ money }: Facts) => (money ? ` for ${money}` : '');

export const PROPOSAL_WORDS: Readonly<Record<TypesOf<ProposalTopic>, Writer>> = {
  'match.made': ({ who, title, brief, designerId }) => ({
    line: `It is a match: you and ${who} are both interested in ${title}.`,
    more: 'Either of you can begin the conversation.',
    href: `/messages/with?brief=${brief.replace('/briefs/', '')}&designer=${designerId}`,
    action: 'Begin the conversation',
  }),
  'invitation.sent': ({ who, title, brief, quote }) => ({
    line: `${who} invites you to look at the brief for ${title}.`,
    more: `You can answer with a proposal, or decline.${quote('note')}`,
    href: brief,
    action: 'Read the brief',
  }),
  'invitation.declined': ({ who, title, brief, quote }) => ({
    line: `${who} cannot take on ${title}.`,
    more: quote('reason'),
    href: `${brief}/invite`,
    action: 'Invite somebody else',
  }),
  'brief.paused': ({ title, brief }) => ({
    line: `The brief for ${title} is paused.`,
    more: 'It takes no new proposals for now. One that you have sent stays as it is; you will hear when the brief is open again.',
    href: brief,
    action: 'Look at the brief',
  }),
  'brief.reopened': ({ title, brief }) => ({
    line: `The brief for ${title} is open again.`,
    more: 'It takes proposals as before.',
    href: brief,
    action: 'Look at the brief',
  }),
  'brief.closed': ({ title, brief }) => ({
    line: `The brief for ${title} takes no more proposals.`,
    more: 'The publisher decides among those that are there.',
    href: brief,
    action: 'Look at the brief',
  }),
  'brief.cancelled': ({ title, quote }) => ({
    line: `The brief for ${title} was cancelled.`,
    more: `This cover will not be commissioned here. It says nothing about your work, and we are sorry for the time it took.${quote('reason')}`,
    href: '/briefs',
    action: 'See what other briefs are open',
  }),
  'proposal.submitted': (it) => ({
    line: `${it.who} sent you a proposal for ${it.title}.`,
    more: `They offer to make the cover${for_(it)}.`,
    href: proposal(it),
    action: 'Read the proposal',
  }),
  'proposal.revised': (it) => ({
    line: `${it.who} changed the offer for ${it.title}.`,
    more: `The page shows what has changed${it.money ? `; the price is ${it.money} now` : ''}.`,
    href: proposal(it),
    action: 'See what changed',
  }),
  'proposal.countered': (it) => ({
    line: `${it.who} made you a counter-offer for ${it.title}.`,
    more: `You can accept it, answer with another offer, or withdraw. The page shows what has changed${it.money ? `; the price is ${it.money} now` : ''}.`,
    href: proposal(it),
    action: 'Read the counter-offer',
  }),
  'proposal.shortlisted': (it) => ({
    line: `Your proposal for ${it.title} is on the shortlist.`,
    more: 'Nothing is decided yet.',
    href: proposal(it),
    action: 'See your proposal',
  }),
  'proposal.accepted': (it) => ({
    line: `It is agreed: ${it.who} accepted your offer for ${it.title}.`,
    more: 'What you agreed on is a contract now, and the project has begun.',
    href: it.hasProject ? it.project : proposal(it),
    action: it.hasProject ? 'Go to the project' : 'See what was agreed',
  }),
  'proposal.declined': (it) => ({
    line: `Your proposal for ${it.title} was not chosen.`,
    more: `Thank you for the thought you put into it.${it.quote('reason', 'The publisher wrote')}`,
    href: proposal(it),
    action: 'See your proposal',
  }),
  'proposal.reconsidered': (it) => ({
    line: `Your proposal for ${it.title} is being considered again.`,
    more: 'It stands as you sent it. You can change it, or withdraw it.',
    href: proposal(it),
    action: 'See your proposal',
  }),
  'proposal.passed_over': (it) => ({
    line: `Another designer will make the cover of ${it.title}.`,
    more: 'A book has one cover, so only one proposal could be chosen. That says nothing against yours: thank you for the thought you put into it.',
    href: '/briefs',
    action: 'See what other briefs are open',
  }),
  'proposal.withdrawn': (it) => ({
    line: `${it.who} withdrew the proposal for ${it.title}.`,
    more: it.quote('reason'),
    href: `${it.brief}/proposals`,
    action: 'See the other proposals',
  }),
  'proposal.renewed': (it) => ({
    line: `${it.who} offers again to make the cover of ${it.title}.`,
    more: 'The proposal had expired, and stands again.',
    href: proposal(it),
    action: 'Read the proposal',
  }),
  'proposal.expired': (it) =>
    it.side === 'designer'
      ? {
          line: `Your proposal for ${it.title} has expired.`,
          more: 'It was not answered in the time it stood. You can offer it again while the brief is open.',
          href: proposal(it),
          action: 'See your proposal',
        }
      : {
          line: `A proposal for ${it.title} has expired.`,
          more: 'The time it stood is over. Its designer can offer it again.',
          href: proposal(it),
          action: 'See the proposal',
        },
  'vote.cast': ({ title, brief, text }) => ({
    line: `${text('guest') || 'A guest'} voted on the proposals for ${title}.`,
    href: `${brief}/votes`,
    action: 'See the votes',
  }),
};
