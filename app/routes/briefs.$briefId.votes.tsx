import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { once } from '../domain/once.server.ts';
import { LinkForm as LinkSchema } from '../domain/votes/form.ts';
import { linkToken, openLink } from '../domain/votes/links.server.ts';
import { getVotes } from '../domain/votes/queries.server.ts';
import { LINK_DAYS, LINK_STATES, linkState, whyOver } from '../domain/votes/rules.ts';
import { resultsOf } from '../domain/votes/words.ts';
import { formToken, mintFormToken, parse, readForm } from '../http/form.server.ts';
import { wordsFor } from '../http/format.ts';
import { hiring } from '../http/gate.server.ts';
import { invalid, respond, seeOther } from '../http/respond.server.ts';
import { ErrorSummary } from '../ui/form.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';
import { fieldOf, problemsOf, refusedAnswers } from '../ui/piece-fields.tsx';
import { LinkForm, LinkList, Results } from '../ui/votes.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `Votes: ${data.title} · Dustjacket` }] : [];

const SHAPES = { open: 'open', closed: 'closed', expired: 'expired' };

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, now } = await hiring(args);
  const { brief, links, votes } = await getVotes(db, viewer, args.params['briefId']);
  const say = wordsFor(viewer);
  const over = brief.state === 'draft' || whyOver('open', brief.state) !== null;
  return {
    ...{ id: brief.id, title: brief.title || 'Untitled brief', results: resultsOf(votes) },
    formToken: over ? null : mintFormToken(viewer),
    links: links.map((link) => {
      const state = linkState(link, now);
      const guests = link.guests === 1 ? '1 guest' : `${link.guests} guests`;
      const end = link.closedAt ? `closed ${say.date(link.closedAt)}` : `until ${say.moment(link.expiresAt)}`;
      return {
        ...{ id: link.id, label: link.label || `Made ${say.date(link.createdAt)}` },
        ...{ state: SHAPES[state], word: LINK_STATES[state] },
        facts: [guests, link.showsPrice ? 'with prices' : 'without prices', end],
        close:
          state === 'open'
            ? { action: `/briefs/${brief.id}/votes/${link.id}/close`, formToken: mintFormToken(viewer) }
            : null,
      };
    }),
  };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, config, viewer, now } = await hiring(args);
  const { briefId } = args.params;
  await getVotes(db, viewer, briefId);
  const fields = await readForm(args);
  const form = parse(fields, LinkSchema);
  if (form.status !== 'success') return invalid(form);
  const sent = formToken(fields, viewer);
  const token = linkToken(config.sessionSecrets[0] ?? '', sent);
  const { location } = await once(db, viewer, sent, async (tx) => {
    await openLink(tx, viewer, { briefId, token, values: form.value, now });
    return `/briefs/${briefId}/votes`;
  });
  // The same form is answered the same twice: of two clicks, the browser shows the second one's answer.
  return seeOther(
    location,
    `The link is made. Copy it now, since it is shown only once: ${config.origin}/vote/${token}`,
  );
});

export default function Votes() {
  const { id, title, links, results, formToken } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answers = refused ? refusedAnswers(refused.result) : { values: {} };
  const path = [
    { label: 'My briefs', href: '/briefs/mine' },
    { label: title, href: `/briefs/${id}` },
    { label: 'Votes' },
  ];
  return (
    <div className="narrow stack">
      <PageHead
        above={<Breadcrumb items={path} />}
        title="Votes of guests"
        lede="Send a link to colleagues, an author, a bookseller. They need no account, and they decide nothing: you do."
      >
        <p>
          <a href={`/briefs/${id}/compare`}>Compare the proposals</a>
        </p>
      </PageHead>
      <ErrorSummary errors={problemsOf(answers)} />
      <h2>What they said</h2>
      {results.length > 0 ? <Results results={results} /> : <p className="soft">Nobody has voted yet.</p>}
      <h2>Links</h2>
      {links.length > 0 ? <LinkList rows={links} /> : <p className="soft">None yet.</p>}
      {formToken && (
        <>
          <h2>Make a link</h2>
          <p>
            It takes votes for {LINK_DAYS} days, and is shown once: what is kept here cannot be turned back
            into it.
          </p>
          <LinkForm
            label={fieldOf(answers, 'label')}
            showsPrice={fieldOf(answers, 'showsPrice')}
            formToken={formToken}
          />
        </>
      )}
    </div>
  );
}
