/** What somebody is needed for, on their home: the most urgent first, each leading to where it is done. */
import type { NeedLine } from '#app/domain/home/rules.ts';
import type { Role } from '#app/domain/people/rules.ts';
import { LinkButton } from './buttons.tsx';
import { PageHead } from './layout.tsx';
import { StatusTag } from './status.tsx';
import { EmptyState, MetaLine } from './text.tsx';

const Lines = ({ lines }: { lines: readonly NeedLine[] }) => (
  <ol className="needs">
    {lines.map(({ key, what, href, title, who, when, overdue }) => (
      <li key={key}>
        <p>
          <a href={href}>{what}</a>
          {title && (
            <>
              , <cite>{title}</cite>
            </>
          )}
        </p>
        {(who ?? when) && (
          <MetaLine>
            {who}
            {when && (overdue ? <StatusTag state="overdue" label={when} /> : when)}
          </MetaLine>
        )}
      </li>
    ))}
  </ol>
);

type Idle = { text: string; href: string; label: string };

/** What to do when there is nothing to do. */
const IDLE: Partial<Record<Role, Idle>> = {
  hiring_user: {
    text: 'When somebody sends you a proposal, a delivery or a message, it stands here.',
    href: '/briefs/new',
    label: 'Post a brief',
  },
  designer: {
    text: 'When somebody invites you, answers you or waits for your work, it stands here.',
    href: '/briefs',
    label: 'Read the open briefs',
  },
  admin: {
    text: 'When there is something to decide, it stands here.',
    href: '/admin/audit',
    label: 'Read the log',
  },
};

/** The home of whoever is signed in. */
export function Desk({ role, lines }: { role: Role; lines: readonly NeedLine[] }) {
  const idle = IDLE[role];
  return (
    <section>
      <PageHead title="What needs you now" />
      {lines.length > 0 && <Lines lines={lines} />}
      {lines.length === 0 && idle && (
        <EmptyState
          title="Nothing needs you now"
          text={idle.text}
          actions={<LinkButton href={idle.href}>{idle.label}</LinkButton>}
        />
      )}
    </section>
  );
}
