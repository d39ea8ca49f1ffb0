/** The page of a project: what happens next, the ladder of its milestones, what was agreed, and everything that leads on from it. */
import type { ReactNode } from 'react';
import type { ProjectAction, ProjectSheet } from '#app/domain/projects/sheet.ts';
import { Actions, LinkButton, PostButton, type ButtonKind } from './buttons.tsx';
import { PageHead, type NavLink } from './layout.tsx';
import { Breadcrumb } from './navigation.tsx';
import { StatusTag } from './status.tsx';
import { Definition, Notice } from './text.tsx';

/** Each button has a token of its own: they take effect once each, not once together. */
export type OfferedAction = ProjectAction & { formToken: string };

type ProjectPageProps = {
  sheet: ProjectSheet;
  actions: readonly OfferedAction[];
  /** Where else things of this project are. */
  links: readonly NavLink[];
};

export function ProjectPage({ sheet, actions, links }: ProjectPageProps) {
  const { title, status, milestones, terms, end } = sheet;
  return (
    <div className="stack">
      <PageHead
        above={<Breadcrumb items={[{ label: 'Projects', href: '/projects' }, { label: title }]} />}
        title={title}
      >
        <p>
          <StatusTag {...status} />
        </p>
      </PageHead>
      <WhatNext sheet={sheet} />
      {end && <EarlyEnd end={end} />}
      <section aria-labelledby="milestones" className="stack">
        <h2 id="milestones">Milestones</h2>
        <ol className="steps">
          {milestones.map((milestone) => (
            <Rung key={milestone.kind} milestone={milestone} />
          ))}
        </ol>
      </section>
      <section className="with-aside">
        <div className="stack">
          <h2>What is agreed now</h2>
          <Definition items={terms.map(({ label, text }) => ({ term: label, value: text }))} />
          <ProjectActions actions={actions} />
        </div>
        <aside aria-labelledby="facts" className="stack">
          <h2 id="facts">How it stands</h2>
          <Facts sheet={sheet} />
          {links.length > 0 && (
            <ul className="stack tight">
              {links.map(({ href, label }) => (
                <li key={href}>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
          )}
        </aside>
      </section>
    </div>
  );
}

/** The first thing on the page: whose turn it is, and for what. */
function WhatNext({ sheet }: Pick<ProjectPageProps, 'sheet'>) {
  const { next: sentence, countdown, isYours } = sheet.standing;
  return (
    <Notice title={isYours ? 'Your turn' : undefined}>
      <div className="stack tight">
        <p>{sentence}</p>
        {countdown && <p>{countdown}</p>}
        {sheet.way && (
          <Actions>
            <LinkButton href={sheet.way.href} kind={isYours ? 'primary' : 'secondary'}>
              {sheet.way.label}
            </LinkButton>
          </Actions>
        )}
      </div>
    </Notice>
  );
}

const EarlyEnd = ({ end }: { end: NonNullable<ProjectSheet['end']> }) => (
  <section aria-labelledby="end" className="stack tight">
    <h2 id="end">{end.title}</h2>
    {end.reason && <p className="prose as-typed">{end.reason}</p>}
    <p>
      What is due in all is <b className="num">{end.due}</b>, {end.percent} % of the price.
    </p>
  </section>
);

type RungProps = { milestone: ProjectSheet['milestones'][number] };

function Rung({ milestone: { label, href, status, due, when, paused } }: RungProps) {
  return (
    <li>
      <h3>
        <a href={href}>{label}</a>
      </h3>
      <p>
        <StatusTag {...status} /> {when && <span className="meta num">{when}</span>}
      </p>
      {paused && <p className="meta">Its clock stands still.</p>}
      {due && <p className="meta num">{due}</p>}
    </li>
  );
}

function Facts({ sheet: { facts, publisher, designer, side } }: Pick<ProjectPageProps, 'sheet'>) {
  const sides: { term: string; value: ReactNode }[] = [
    { term: 'Publisher', value: side === 'publisher' ? 'You' : facts.publisher },
    {
      term: 'Designer',
      value: side === 'designer' ? 'You' : <a href={`/designers/${designer.slug}`}>{designer.name}</a>,
    },
  ];
  return (
    <Definition
      items={[
        ...sides,
        { term: 'Rounds of changes', value: facts.rounds },
        { term: 'Due so far', value: `${facts.due} of ${facts.price}` },
        { term: 'Paid', value: facts.paid },
        { term: 'Still to be paid', value: facts.open },
        { term: `To be paid back to ${publisher.name}`, value: facts.back },
        { term: 'Agreed on', value: facts.agreed },
        { term: 'Ended on', value: facts.ended },
      ]}
    />
  );
}

const KINDS: Partial<Record<string, ButtonKind>> = { start: 'secondary', resolve: 'secondary' };

/** Buttons for the moves there are now. A move that asks first leads to its question; any other happens at once. */
function ProjectActions({ actions }: Pick<ProjectPageProps, 'actions'>) {
  if (actions.length === 0) return null;
  return (
    <Actions>
      {actions.map(({ name, label, href, asks, formToken }) =>
        asks ? (
          <LinkButton key={name} href={href} kind={KINDS[name] ?? 'quiet'}>
            {label}
          </LinkButton>
        ) : (
          <PostButton key={name} action={href} kind={KINDS[name] ?? 'secondary'} hidden={{ formToken }}>
            {label}
          </PostButton>
        ),
      )}
    </Actions>
  );
}
