import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { seekFrom } from '../domain/paging.ts';
import { listEvents } from '../domain/events/queries.server.ts';
import { EVENT_TYPES } from '../domain/events/rules.ts';
import { logLine } from '../domain/events/words.ts';
import { findWho } from '../domain/people/staff-queries.server.ts';
import { wordsFor } from '../http/format.ts';
import { admin } from '../http/gate.server.ts';
import { hrefWith, oneOfParam, wordsParam } from '../http/query.ts';
import { respond } from '../http/respond.server.ts';
import { LinkButton } from '../ui/buttons.tsx';
import { Facets } from '../ui/facets.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Pager } from '../ui/navigation.tsx';
import { facetsOf } from '../ui/piece-facets.tsx';
import { LogTable } from '../ui/records.tsx';
import { EmptyState, Notice } from '../ui/text.tsx';

export const meta: MetaFunction = () => [{ title: 'Log · Dustjacket' }];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await admin(args);
  const { searchParams } = new URL(args.request.url);
  const [type, q] = [oneOfParam(searchParams.get('type'), EVENT_TYPES), wordsParam(searchParams.get('q'))];
  const { person, others } = await findWho(db, searchParams.get('person'), q);
  const say = wordsFor(viewer);
  // What names nobody, or several, has no log: the page asks whom it means.
  const unclear = (q !== '' || searchParams.has('person')) && !person;
  const log = unclear
    ? NOTHING
    : await listEvents(db, { type, personId: person?.id }, seekFrom(searchParams));
  const lines = log.rows.map((entry) => logLine(entry, say));
  return { type, q, person, others, lines, newer: log.newer, older: log.older };
});

const NOTHING = { rows: [], newer: null, older: null };
const FACETS = [{ name: 'type', label: 'What', any: 'Everything', list: EVENT_TYPES }] as const;

export default function Log() {
  const { type, q, person, others, lines, newer, older } = useLoaderData<typeof loader>();
  const place = { type, ...(person ? { person: person.id } : { q }) };
  const facets = facetsOf({
    ...{ action: '/admin/audit', label: 'Person: name or e-mail', facets: FACETS },
    // The form sends words: an e-mail is the word that finds the same person again.
    chosen: { q: person?.email ?? q, type },
    href: (chosen) => hrefWith('/admin/audit', chosen['q'] ? { ...place, type: chosen['type'] } : chosen),
  });
  return (
    <>
      <PageHead title="Log" lede="What everybody did, newest first. It is added to and never altered." />
      <div className="with-aside before">
        <Facets {...facets} />
        <div className="stack">
          {others.length > 0 && (
            <Notice title={`Whom do you mean by “${q}”?`}>
              <ul>
                {others.map(({ id, name, email }) => (
                  <li key={id}>
                    <a href={hrefWith('/admin/audit', { type, person: id })}>{name}</a>{' '}
                    <span className="soft">{email}</span>
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          {lines.length > 0 && <LogTable caption="What happened" lines={lines} />}
          {lines.length + others.length === 0 && (
            <EmptyState
              title="Nothing is written down"
              text="Nothing fits, or nothing has happened yet."
              actions={<LinkButton href="/admin/audit">The whole log</LinkButton>}
            />
          )}
          <Pager
            newer={newer && hrefWith('/admin/audit', { ...place, before: newer })}
            older={older && hrefWith('/admin/audit', { ...place, after: older })}
          />
        </div>
      </div>
    </>
  );
}
