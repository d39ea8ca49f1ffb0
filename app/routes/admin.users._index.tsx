import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { seekFrom } from '../domain/paging.ts';
import { personHref } from '../domain/events/words.ts';
import { ROLES } from '../domain/people/rules.ts';
import { listPeople } from '../domain/people/staff-queries.server.ts';
import { PERSON_STATES } from '../domain/people/staff.ts';
import { wordsFor } from '../http/format.ts';
import { admin } from '../http/gate.server.ts';
import { hrefWith, oneOfParam, wordsParam } from '../http/query.ts';
import { respond } from '../http/respond.server.ts';
import { LinkButton } from '../ui/buttons.tsx';
import { Facets } from '../ui/facets.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Pager } from '../ui/navigation.tsx';
import { facetsOf } from '../ui/piece-facets.tsx';
import { PeopleTable } from '../ui/records.tsx';
import { EmptyState } from '../ui/text.tsx';

export const meta: MetaFunction = () => [{ title: 'People · Dustjacket' }];

const FACETS = [
  { name: 'role', label: 'Role', any: 'Every role', list: ROLES },
  { name: 'state', label: 'State', any: 'Any state', list: PERSON_STATES },
] as const;

const filterOf = (params: URLSearchParams) => ({
  q: wordsParam(params.get('q')),
  role: oneOfParam(params.get('role'), ROLES),
  state: oneOfParam(params.get('state'), PERSON_STATES),
});

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await admin(args);
  const { searchParams } = new URL(args.request.url);
  const filter = filterOf(searchParams);
  const { rows, newer, older, count } = await listPeople(db, filter, seekFrom(searchParams));
  const say = wordsFor(viewer);
  return {
    ...{ filter, newer, older, count: say.count(count) },
    one: count.n === 1,
    rows: rows.map(({ id, role, createdAt, ...person }) => ({
      ...{ ...person, href: personHref(id), role: ROLES[role], joined: say.date(createdAt) },
    })),
  };
});

export default function People() {
  const { filter, rows, newer, older, count, one } = useLoaderData<typeof loader>();
  const href = (params: Record<string, string | undefined>) => hrefWith('/admin/users', params);
  const facets = facetsOf({
    ...{ action: '/admin/users', label: 'Name or e-mail', facets: FACETS, chosen: filter, href },
  });
  return (
    <>
      <PageHead title="People" lede="Everybody who has ever signed in, newest first." />
      <div className="with-aside before">
        <Facets {...facets} />
        <div className="stack">
          {rows.length > 0 ? (
            <PeopleTable rows={rows} />
          ) : (
            <EmptyState
              title="Nobody fits"
              text="A part of a name or of an e-mail is enough. Or take a filter away."
              actions={<LinkButton href="/admin/users">Everybody</LinkButton>}
            />
          )}
          <Pager
            newer={newer && href({ ...filter, before: newer })}
            older={older && href({ ...filter, after: older })}
            count={rows.length > 0 ? `${count} ${one ? 'person' : 'people'}` : undefined}
          />
        </div>
      </div>
    </>
  );
}
