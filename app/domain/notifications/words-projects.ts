/** How projects, their milestones and what changes about them are told of. */
import { SILENCE_DAYS } from '../projects/silence.ts';
import type { Topic, TypesOf } from './rules.ts';
import type { Facts, Writer } from './words.ts';

type ProjectTopic = Extract<Topic, 'projects'>;

const until = ({ moment }: Facts) => {
  const runsOut = moment('runsOut');
  return runsOut ? ` That is on ${runsOut}.` : '';
};

export const PROJECT_WORDS: Readonly<Record<TypesOf<ProjectTopic>, Writer>> = {
  'project.started': ({ who, title, project }) => ({
    line: `${who} has started work on ${title}.`,
    href: project,
    action: 'Go to the project',
  }),
  'project.completed': ({ title, project }) => ({
    line: `The cover of ${title} is finished.`,
    more: 'Everything was approved and handed over. You can both say how it went; neither reads the other’s review first.',
    href: `${project}/review`,
    action: 'Write a review',
  }),
  'project.cancelled': ({ who, title, project, quote, money }) => ({
    line: `${who} has cancelled the project for ${title}.`,
    more: `${money ? `What the project is worth now is ${money}; ` : ''}${money ? 'the' : 'The'} page says what is owed, and by whom.${quote('reason')}`,
    href: project,
    action: 'See where that leaves you',
  }),
  'project.disputed': ({ who, title, project, side }) => ({
    line: `${who} has opened a dispute about ${title}.`,
    more:
      side === 'staff'
        ? 'Both sides can write now; then it is ours to decide.'
        : 'Work and clocks stand still. Write how you see it: staff read both sides before they decide.',
    href: `${project}/dispute`,
    action: side === 'staff' ? 'Read the dispute' : 'Read it, and answer',
  }),
  'project.replied': ({ who, title, project }) => ({
    line: `${who} has answered in the dispute about ${title}.`,
    href: `${project}/dispute`,
    action: 'Read the answer',
  }),
  'project.settled': ({ who, title, project, side }) => ({
    line: `The dispute about ${title} is settled.`,
    more: `${who} closed it. The project goes on where it stood, and so do its clocks.${side === 'staff' ? ' There is nothing left to decide.' : ''}`,
    href: side === 'staff' ? `${project}/dispute` : project,
    action: side === 'staff' ? 'Read the dispute' : 'Go to the project',
  }),
  'project.resolved': ({ title, project }) => ({
    line: `The dispute about ${title} is decided.`,
    more: 'Staff have written what they decided and why, and what is owed now.',
    href: `${project}/dispute`,
    action: 'Read the decision',
  }),
  'project.pages_changed': ({ who, title, project }) => ({
    line: `${who} has changed the page count of ${title}.`,
    more: 'The spine has another width now. The project page says what that means for the files.',
    href: project,
    action: 'See what changed',
  }),
  'milestone.delivered': (it) => ({
    line: `${it.who} has delivered the ${it.milestone} for ${it.title}.`,
    more: `You can approve it, ask for changes, or ask a question. If nobody answers for ${SILENCE_DAYS} days, it counts as approved.${until(it)}`,
    href: it.milestoneHref,
    action: 'Look at the delivery',
  }),
  'milestone.approved': ({ who, milestone, title, project }) => ({
    line: `${who} has approved the ${milestone} for ${title}.`,
    more: 'The project page says what comes next.',
    href: project,
    action: 'Go to the project',
  }),
  'milestone.changes_requested': ({ who, milestone, title, milestoneHref }) => ({
    line: `${who} asks for changes to the ${milestone} for ${title}.`,
    more: 'What they wrote stands beside the pins on the picture.',
    href: milestoneHref,
    action: 'See what to change',
  }),
  'milestone.asked': ({ who, milestone, title, milestoneHref, quote }) => ({
    line: `${who} has a question about the ${milestone} for ${title}.`,
    more: `Their time to judge it stands still until you answer.${quote('question')}`,
    href: milestoneHref,
    action: 'Answer the question',
  }),
  'milestone.answered': (it) => ({
    line: `${it.who} has answered your question about the ${it.milestone} for ${it.title}.`,
    more: `Your time to judge the delivery runs again.${until(it)}`,
    href: it.milestoneHref,
    action: 'Read the answer',
  }),
  'milestone.half_time': (it) => ({
    line: `The ${it.milestone} for ${it.title} still waits for you.`,
    more: `Half the time to answer is over. When all of it is, the delivery counts as approved.${until(it)} A question to the designer stops the clock.`,
    href: it.milestoneHref,
    action: 'Look at the delivery',
  }),
  'milestone.last_day': (it) => ({
    line: `Last day to answer the ${it.milestone} for ${it.title}.`,
    more: `After it the delivery counts as approved.${until(it)} A question to the designer stops the clock.`,
    href: it.milestoneHref,
    action: 'Look at the delivery',
  }),
  'milestone.approved_unanswered': ({ milestone, title, milestoneHref, side }) => ({
    line: `The ${milestone} for ${title} counts as approved.`,
    more:
      side === 'designer'
        ? `It was not answered for ${SILENCE_DAYS} days. You can go on to what comes next.`
        : `You had ${SILENCE_DAYS} days to answer, and they are over. The project goes on to what comes next.`,
    href: milestoneHref,
    action: 'Look at the delivery',
  }),
  'milestone.outdated': ({ who, milestone, title, milestoneHref }) => ({
    line: `The ${milestone} for ${title} is out of date.`,
    more: `${who} has changed the page count, and with it the size. Deliver it again at the new one; that is no round of changes.`,
    href: milestoneHref,
    action: 'See what changed',
  }),
  'amendment.proposed': ({ who, title, project, quote }) => ({
    line: `${who} proposes to change what you agreed for ${title}.`,
    more: `Nothing changes unless you accept it.${quote('reason')}`,
    href: `${project}/amendments`,
    action: 'Read the amendment',
  }),
  'amendment.accepted': ({ who, title, project }) => ({
    line: `${who} has accepted your amendment for ${title}.`,
    more: 'It is part of the contract now.',
    href: `${project}/amendments`,
    action: 'See what you agreed',
  }),
  'amendment.rejected': ({ who, title, project, quote }) => ({
    line: `${who} has not accepted your amendment for ${title}.`,
    more: `What you agreed before still stands.${quote('reason')}`,
    href: `${project}/amendments`,
    action: 'See the amendment',
  }),
  'amendment.withdrawn': ({ who, title, project }) => ({
    line: `${who} has withdrawn the amendment for ${title}.`,
    more: 'What you agreed before still stands.',
    href: `${project}/amendments`,
    action: 'See the amendment',
  }),
};
