/** Whom to invite to a brief: those who suit it, those who are saved, or anybody; and who has been invited. */
import { GENRES } from '#app/domain/covers/rules.ts';
import { MOST_OPEN_INVITATIONS } from '#app/domain/invitations/rules.ts';
import { Facets } from './facets.tsx';
import { Candidates, SentInvitations, type Candidate, type SentInvitation } from './invitations.tsx';
import { PageHead } from './layout.tsx';
import { Breadcrumb, Pager, Tabs } from './navigation.tsx';
import { facetsOf } from './piece-facets.tsx';
import { EmptyState, Notice } from './text.tsx';

export const CANDIDATES_FROM = { fit: 'Recommended', saved: 'Saved', all: 'Everybody' } as const;
type From = keyof typeof CANDIDATES_FROM;

type InvitePageProps = {
  id: string;
  title: string;
  from: From;
  filter: { q: string; genre?: string | undefined };
  /** Whether anybody can be invited now. */
  open: boolean;
  /** Invitations that wait for an answer. */
  waiting: number;
  candidates: readonly Candidate[];
  newer: string | null;
  older: string | null;
  sent: readonly SentInvitation[];
  pictures: boolean;
};

export function InvitePage({ id, title, open, waiting, sent, ...found }: InvitePageProps) {
  const brief = `/briefs/${id}`;
  const crumbs = [
    { label: 'My briefs', href: '/briefs/mine' },
    { label: title, href: brief },
  ];
  const room = MOST_OPEN_INVITATIONS - waiting;
  return (
    <div className="stack">
      <PageHead
        above={<Breadcrumb items={[...crumbs, { label: 'Invite designers' }]} />}
        title="Invite designers"
        lede={`A designer you invite is told of the brief and reads your note. Up to ${MOST_OPEN_INVITATIONS} invitations can wait for an answer at once.`}
      />
      {!open && (
        <Notice title="Nobody can be invited now">
          <p>Designers can be invited to a brief while it is open and its final files are not due.</p>
        </Notice>
      )}
      {open && room <= 0 && (
        <Notice title={`${waiting} invitations wait for an answer`}>
          <p>That is as many as there can be at once. Wait for an answer, or take one back.</p>
        </Notice>
      )}
      {open && <Find {...{ id, ...found }} />}
      {sent.length > 0 && (
        <section className="stack">
          <h2>{`Invited (${waiting} waiting)`}</h2>
          <SentInvitations list={sent} />
        </section>
      )}
    </div>
  );
}

type FindProps = Omit<InvitePageProps, 'title' | 'open' | 'waiting' | 'sent'>;

function Find({ id, from, filter, candidates, newer, older, pictures }: FindProps) {
  const page = `/briefs/${id}/invite`;
  const tabs = Object.entries(CANDIDATES_FROM).map(([key, label]) => ({
    ...{ href: key === 'fit' ? page : `${page}?from=${key}`, label, current: key === from },
  }));
  return (
    <section className="stack">
      <h2 className="vh">Whom to invite</h2>
      <Tabs label="Where to look" items={tabs} />
      {from === 'fit' && candidates.length > 0 && (
        <p className="meta">
          Those who suit the brief best stand first; equals take turns by the day.{' '}
          <a href="/how-ranking-works">How that is worked out</a>
        </p>
      )}
      {from === 'all' && <Search page={page} filter={filter} />}
      {candidates.length > 0 ? (
        <Candidates list={candidates} pictures={pictures} />
      ) : (
        <EmptyState level={3} title="Nobody here" text={NOBODY[from]} />
      )}
      <Pager {...{ newer, older }} newerLabel="Previous" olderLabel="Next" />
    </section>
  );
}

const NOBODY: Record<From, string> = {
  fit: 'Nobody who has time names this genre, or those who do have been invited already. Look among everybody.',
  saved: 'Designers you save stand here.',
  all: 'Look for fewer or other words, or for another genre.',
};

const FACETS = [{ name: 'genre', label: 'Genre', any: 'Every genre', list: GENRES }] as const;

function Search({ page, filter }: { page: string; filter: FindProps['filter'] }) {
  const href = (chosen: Readonly<Record<string, string | undefined>>) => {
    const words = Object.entries(chosen).filter((pair): pair is [string, string] => Boolean(pair[1]));
    return `${page}?${new URLSearchParams([['from', 'all'], ...words]).toString()}`;
  };
  const facets = facetsOf({
    ...{ action: page, label: 'Search designers', facets: FACETS, chosen: filter, href },
  });
  return <Facets {...facets} clear={`${page}?from=all`} hidden={{ from: 'all' }} />;
}
