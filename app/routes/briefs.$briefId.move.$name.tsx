import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { IncompleteBrief } from '../domain/briefs/errors.ts';
import { checkMove, moveBrief } from '../domain/briefs/moves.server.ts';
import { BRIEF, missingToPublish, type PeopleMove } from '../domain/briefs/rules.ts';
import { NotFound } from '../domain/errors.ts';
import { once } from '../domain/once.server.ts';
import { formToken, mintFormToken, readForm } from '../http/form.server.ts';
import { todayFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { oneOfParam } from '../http/query.ts';
import { respond, seeOther } from '../http/respond.server.ts';
import { MissingNotice } from '../ui/brief-moves.tsx';
import { Actions, ConfirmBox, LinkButton } from '../ui/buttons.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `${page.label}: ${page.title} · Dustjacket` }] : [];

/** What follows from a proposal has no address. */
const { award: _award, release: _release, ...MOVES } = BRIEF.moves;

function moveIn({ name }: LoaderFunctionArgs['params']): PeopleMove {
  const known = oneOfParam(name ?? null, MOVES);
  if (!known) throw new NotFound('There is no such thing to do with a brief.');
  return known;
}

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, now } = await member(args);
  const name = moveIn(args.params);
  const { id, details } = await checkMove(db, viewer, args.params.briefId, name);
  const { label, confirm, to } = BRIEF.moves[name];
  const [, question = `${label} now?`, text = ''] = /^([^?]+\?)\s*(.*)$/.exec(confirm ?? '') ?? [];
  return {
    ...{ id, name, label, question, text, formToken: mintFormToken(viewer), danger: to === 'cancelled' },
    title: details.title || 'Untitled brief',
    missing: name === 'publish' ? missingToPublish(details, todayFor(viewer, now)) : [],
  };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, queue, viewer, now } = await member(args);
  const { briefId } = args.params;
  const name = moveIn(args.params);
  const token = formToken(await readForm(args), viewer);
  try {
    const { location } = await once(db, viewer, token, async (tx) => {
      await moveBrief(tx, queue, viewer, briefId, name, todayFor(viewer, now));
      return `/briefs/${briefId}`;
    });
    return await seeOther(location, BRIEF.moves[name].done);
  } catch (fault) {
    if (!(fault instanceof IncompleteBrief)) throw fault;
    // The page itself names what is missing, as it does before anything is sent.
    return data(null, { status: 400 });
  }
});

export default function MoveBrief() {
  const { id, name, label, title, missing, formToken: token, ...asked } = useLoaderData<typeof loader>();
  const brief = `/briefs/${id}`;
  return (
    <div className="narrow stack">
      <PageHead above={<Breadcrumb items={[{ label: 'Brief', href: brief }, { label }]} />} title={title} />
      {missing.length > 0 ? (
        <>
          <MissingNotice missing={missing} edit={`${brief}/edit`} />
          <Actions>
            <LinkButton href={`${brief}/edit`} kind="primary">
              Edit the brief
            </LinkButton>
          </Actions>
        </>
      ) : (
        <ConfirmBox
          title={asked.question}
          text={asked.text && <p>{asked.text}</p>}
          action={`${brief}/move/${name}`}
          confirm={label}
          cancel={brief}
          hidden={{ formToken: token }}
          danger={asked.danger}
        />
      )}
    </div>
  );
}
