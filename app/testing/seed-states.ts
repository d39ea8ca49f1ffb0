/** Where each process can stand, and where the sample's rows do that one of the three people of the development sign-in can open. */
import { BRIEF_STATE_KEYS } from '../domain/briefs/rules.ts';
import { INVITATION_STATES } from '../domain/invitations/rules.ts';
import { PAYMENT_STATES } from '../domain/payments/rules.ts';
import {
  AMENDMENT_STATE_KEYS,
  DELIVERY_STATES,
  DISPUTE_STATES,
  MILESTONE_STATE_KEYS,
  PROJECT_STATE_KEYS,
} from '../domain/projects/rules.ts';
import { PROPOSAL_STATE_KEYS } from '../domain/proposals/rules.ts';
import { REPORT_STATES } from '../domain/reports/rules.ts';
import { REVIEW_STATES } from '../domain/reviews/rules.ts';
import { SEARCH_FREQUENCIES } from '../domain/saves/rules.ts';
import { LINK_STATES } from '../domain/votes/rules.ts';

/** The publisher, the designer, and the projects between them. */
export const SHOWN = `
  harriet as (select id from people where subject = 'dev-hiring-001'),
  dario as (select id from people where subject = 'dev-designer-001'),
  theirs as (select p.* from projects p, harriet, dario where publisher_id = harriet.id and designer_id = dario.id)`;

type Process = { states: readonly string[]; found: string };
const keys = (states: object) => Object.keys(states);

export const PROCESSES: Record<string, Process> = {
  'a brief': {
    states: BRIEF_STATE_KEYS,
    found: `select state from briefs b, harriet where owner_id = harriet.id
      union select state from briefs b join brief_saves on brief_id = b.id, dario where person_id = dario.id`,
  },
  'a proposal': {
    states: PROPOSAL_STATE_KEYS,
    found: `select state from proposals, dario where designer_id = dario.id`,
  },
  'a proposal as its publisher sees it': {
    states: PROPOSAL_STATE_KEYS.filter((state) => state !== 'draft'),
    found: `select p.state from proposals p join briefs b on b.id = brief_id, harriet where owner_id = harriet.id`,
  },
  'an invitation': {
    // One that was taken back leaves no row.
    states: keys(INVITATION_STATES).filter((state) => state !== 'withdrawn'),
    found: `select distinct case
        when exists (select 1 from proposals p where p.brief_id = i.brief_id and p.designer_id = i.designer_id
          and p.state not in ('draft', 'withdrawn')) then 'answered'
        when i.declined_at is not null then 'declined'
        when b.state = 'open' and b.final_on >= current_date then 'open' else 'closed' end state
      from brief_invitations i join briefs b on b.id = i.brief_id, dario where i.designer_id = dario.id`,
  },
  'a project': { states: PROJECT_STATE_KEYS, found: `select state from theirs` },
  'a milestone': {
    states: MILESTONE_STATE_KEYS,
    found: `select m.state from milestones m join theirs on theirs.id = project_id`,
  },
  'a delivery': {
    states: DELIVERY_STATES,
    found: `select d.state from deliveries d join theirs on theirs.id = project_id`,
  },
  'a question': {
    states: ['open', 'answered'],
    found: `select case when answered_at is null then 'open' else 'answered' end state
      from questions q join milestones m on m.id = milestone_id join theirs on theirs.id = m.project_id`,
  },
  'an amendment': {
    states: AMENDMENT_STATE_KEYS,
    found: `select a.state from amendments a join theirs on theirs.id = project_id`,
  },
  'a dispute': {
    states: DISPUTE_STATES,
    found: `select d.state from disputes d join theirs on theirs.id = project_id`,
  },
  'a payment': {
    states: keys(PAYMENT_STATES),
    found: `select case when removed_at is not null then 'removed' when confirmed_at is null then 'recorded' else 'confirmed' end state
      from payments p join theirs on theirs.id = project_id`,
  },
  'an invoice': {
    states: ['issued', 'corrected', 'correction'],
    found: `select case when i.corrects is not null then 'correction'
        when exists (select 1 from invoices c where c.corrects = i.id) then 'corrected' else 'issued' end state
      from invoices i join theirs on theirs.id = project_id`,
  },
  'a review': {
    states: keys(REVIEW_STATES),
    found: `select case when r.replied_at is not null then 'replied' when r.shown_at is not null then 'shown'
        when r.id is not null then 'blind' when theirs.ended_at > now() - interval '14 days' then 'unwritten' else 'missed' end state
      from theirs cross join (values ('designer'), ('publisher')) sides (side)
        left join reviews r on r.project_id = theirs.id and r.side = sides.side where theirs.ended_at is not null`,
  },
  'a report': { states: REPORT_STATES, found: `select state from reports` },
  'a link to vote by': {
    states: keys(LINK_STATES),
    found: `select case when l.closed_at is not null then 'closed' when l.expires_at < now() then 'expired' else 'open' end state
      from vote_links l join briefs b on b.id = brief_id, harriet where owner_id = harriet.id`,
  },
  'a saved search': {
    states: SEARCH_FREQUENCIES,
    found: `select frequency state from saved_searches, dario where person_id = dario.id`,
  },
  'a message': {
    states: ['read', 'unread'],
    found: `select case when m.created_at > r.read_at then 'unread' else 'read' end state
      from messages m join conversation_readers r using (conversation_id), harriet
      where r.person_id = harriet.id and m.author_id <> harriet.id`,
  },
  'a notification': {
    states: ['read', 'unread'],
    found: `select case when read_at is null then 'unread' else 'read' end state from notifications, dario where person_id = dario.id`,
  },
};
