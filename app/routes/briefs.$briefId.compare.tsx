import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { Conflict } from '../domain/errors.ts';
import { once } from '../domain/once.server.ts';
import * as comparing from '../domain/proposals/compare.ts';
import { getComparison, saveNotes, type ComparedRow } from '../domain/proposals/compare.server.ts';
import { moveProposal } from '../domain/proposals/moves.server.ts';
import { movesOn } from '../domain/proposals/compare-moves.ts';
import { stateTag } from '../domain/proposals/words.ts';
import { formToken, mintFormToken, parse, readForm } from '../http/form.server.ts';
import { todayFor, wordsFor } from '../http/format.ts';
import { hiring } from '../http/gate.server.ts';
import { hrefWith, oneOfParam } from '../http/query.ts';
import { invalid, respond, seeOther } from '../http/respond.server.ts';
import type { loader as root } from '../root.tsx';
import { noteField } from '../ui/board-fields.ts';
import { CompareBoard } from '../ui/compare-board.tsx';
import { ErrorSummary } from '../ui/form.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb, Tabs } from '../ui/navigation.tsx';
import { problemsOf, refusedAnswers } from '../ui/piece-fields.tsx';
import { EmptyState } from '../ui/text.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `Compare: ${data.title} · Dustjacket` }] : [];

/** Each picture is a request of its own: so many on a page, shared out among its proposals. */
const MOST_PICTURES = 24;

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, now } = await hiring(args);
  const params = new URL(args.request.url).searchParams;
  const sort = oneOfParam(params.get('sort'), comparing.COMPARE_SORTS);
  const only = oneOfParam(params.get('only'), comparing.COMPARE_ONLY);
  const wanted = { sort: sort ?? 'newest', only } as const;
  const { brief, rows } = await getComparison(db, viewer, args.params['briefId'], wanted);
  const [say, today] = [wordsFor(viewer), todayFor(viewer, now)];
  const each = Math.min(3, Math.max(1, Math.floor(MOST_PICTURES / rows.length)));
  const shown = ({ samples }: ComparedRow, at: number) => samples.slice(0, at < MOST_PICTURES ? each : 0);
  const href = (query: Record<string, string | undefined>) =>
    hrefWith(`/briefs/${brief.id}/compare`, { sort, only, ...query });
  return {
    ...{ id: brief.id, title: brief.details.title || 'Untitled brief', formToken: mintFormToken(viewer) },
    tabs: tabsOf(only, comparing.COMPARE_ONLY, 'To decide', (key) => href({ only: key })),
    orders: tabsOf(sort === 'newest' ? undefined : sort, SORTS, newest, (key) => href({ sort: key })),
    rows: rows.map((row, at) => ({
      ...{ id: row.id, designer: row.designer.name, status: stateTag(row.state), was: row.note },
      ...{ samples: shown(row, at), words: comparing.compareWords(row, today, say) },
      ...movesOn(row, brief),
    })),
  };
});

const { newest, ...SORTS } = comparing.COMPARE_SORTS;

/** Views of the same proposals; the first is that of a bare address. */
function tabsOf<Key extends string>(
  current: Key | undefined,
  views: Record<Key, string>,
  usual: string,
  href: (key: Key | undefined) => string,
) {
  const keys = [undefined, ...(Object.keys(views) as Key[])];
  return keys.map((key) => ({
    ...{ href: href(key), label: key ? views[key] : usual, current: key === current },
  }));
}

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, queue, viewer, now } = await hiring(args);
  const { briefId } = args.params;
  const fields = await readForm(args);
  const form = parse(fields, comparing.CompareForm);
  if (form.status !== 'success') return invalid(form);
  const { notes, act } = form.value;
  const save = (tx: Parameters<typeof saveNotes>[0]) => saveNotes(tx, viewer, { briefId, notes });
  const { search } = new URL(args.request.url);
  try {
    const { location, repeated } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
      await save(tx);
      const moving = { now, today: todayFor(viewer, now) };
      if (act) await moveProposal(tx, queue, viewer, act.id, act.name, moving);
      return `/briefs/${briefId}/compare${search}`;
    });
    // A page that came back from the history may say something new: that is saved, not dropped.
    if (repeated) await db.transaction(save);
    return await seeOther(location, act ? DONE[act.name] : 'Your notes are saved.');
  } catch (fault) {
    if (!(fault instanceof Conflict)) throw fault;
    await db.transaction(save);
    throw new Conflict(`${fault.message} Your notes are saved.`);
  }
});

const DONE = {
  shortlist: 'The proposal is on your shortlist, and your notes are saved.',
  unlist: 'The proposal is off your shortlist, and your notes are saved.',
};

export default function Compare() {
  const { id, title, formToken, tabs, orders, rows } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const pictures = useRouteLoaderData<typeof root>('root')?.pictures ?? true;
  const answers = refused ? refusedAnswers(refused.result) : null;
  const path = [
    { label: 'My briefs', href: '/briefs/mine' },
    { label: title, href: `/briefs/${id}` },
    { label: 'Compare' },
  ];
  return (
    <div className="stack">
      <PageHead above={<Breadcrumb items={path} />} title="Compare the proposals" lede={`For ${title}`}>
        <p>
          <a href={`/briefs/${id}/votes`}>Let guests vote</a>
        </p>
      </PageHead>
      {answers && <ErrorSummary errors={problemsOf(answers)} />}
      <Tabs label="Which" items={tabs} />
      <Tabs label="Order" items={orders} />
      <h2 className="vh">Proposals</h2>
      {rows.length > 0 ? (
        <CompareBoard
          rows={rows.map((row, at) => ({ ...row, note: noteField(answers, row, at) }))}
          {...{ formToken, pictures }}
        />
      ) : (
        <EmptyState title="Nothing to compare" text="Designers who answer this brief appear here." />
      )}
    </div>
  );
}
