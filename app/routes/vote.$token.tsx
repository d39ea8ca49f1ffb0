import {
  data,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { castVotes } from '../domain/votes/commands.server.ts';
import { VoteForm } from '../domain/votes/form.ts';
import { getLink, listVotedOn, votesOfGuest } from '../domain/votes/queries.server.ts';
import { SCORES } from '../domain/votes/rules.ts';
import { guestFacts, votedValues } from '../domain/votes/words.ts';
import { isUuid } from '../domain/ids.ts';
import { parse, readForm } from '../http/form.server.ts';
import { wordsFor } from '../http/format.ts';
import { voting } from '../http/gate.server.ts';
import { guestOf, newGuest, rememberGuest } from '../http/guest.server.ts';
import { optionsOf } from '../http/query.ts';
import { invalid, respond, seeOther } from '../http/respond.server.ts';
import type { loader as root } from '../root.tsx';
import { ErrorSummary } from '../ui/form.tsx';
import { PageHead } from '../ui/layout.tsx';
import { problemsOf, refusedAnswers } from '../ui/piece-fields.tsx';
import { EmptyState, Prose } from '../ui/text.tsx';
import { Ballot } from '../ui/votes.tsx';
import { voteField } from '../ui/vote-fields.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `Vote: ${page.title} · Dustjacket` }] : [];

/** A link is for those it was sent to, not for those who search. */
export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) =>
  errorHeaders ?? new Headers({ 'X-Robots-Tag': loaderHeaders.get('X-Robots-Tag') ?? '' });

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, config, viewer, now } = await voting(args);
  const link = await getLink(db, args.params['token'], now);
  const guest = await guestOf(config, args.request);
  const votes = guest ? await votesOfGuest(db, link.id, guest) : [];
  const proposals = await listVotedOn(db, link.brief.id);
  const say = wordsFor(viewer);
  const { title, subtitle, author, blurb } = link.brief;
  const page = {
    ...{ title: title || 'Untitled', subtitle, author, blurb, publisher: link.publisher },
    ...{ until: say.date(link.expiresAt), hasVoted: votes.length > 0, guest: guest ?? newGuest() },
    values: votedValues(proposals, votes),
    asked: proposals.map(({ id, designer, terms, samples }) => ({
      ...{ id, designer, samples, facts: guestFacts(terms, link.showsPrice, say) },
    })),
  };
  return data(page, { headers: { 'X-Robots-Tag': 'noindex, nofollow' } });
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, queue, config, now } = await voting(args);
  const { token } = args.params;
  await getLink(db, token, now);
  const fields = await readForm(args);
  const form = parse(fields, VoteForm);
  if (form.status !== 'success') return invalid(form);
  const shown = fields.get('guest') ?? '';
  const guest = (await guestOf(config, args.request)) ?? (isUuid(shown) ? shown : newGuest());
  await castVotes(db, queue, { token, guest, values: form.value, now });
  const thanks = 'Thank you: your votes are with the publisher. You can change them here.';
  return seeOther(`/vote/${token}`, thanks, [['Set-Cookie', await rememberGuest(config, guest)]]);
});

export default function Vote() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const pictures = useRouteLoaderData<typeof root>('root')?.pictures ?? true;
  const answers = refused ? refusedAnswers(refused.result) : { values: page.values };
  const { title, subtitle, author, publisher, blurb, until, asked, guest, hasVoted } = page;
  return (
    <div className="narrow stack">
      <PageHead title={title} lede={subtitle || undefined}>
        <p>
          {author && `${author}, `}
          <span className="soft">{publisher}</span>
        </p>
        <p>
          {publisher} asks which designer should make the cover of this book. Vote until {until}; you can
          change your mind until then.
        </p>
      </PageHead>
      <ErrorSummary errors={problemsOf(answers)} />
      {blurb && <Prose text={blurb} />}
      {asked.length > 0 ? (
        <Ballot
          asked={asked.map((proposal, at) => ({
            ...proposal,
            score: voteField(answers, at, 'score'),
            comment: voteField(answers, at, 'comment'),
          }))}
          name={voteField(answers, null, 'name')}
          scores={optionsOf(SCORES).map(({ value, label }) => ({ value, label: `${value}: ${label}` }))}
          {...{ guest, hasVoted, pictures }}
        />
      ) : (
        <EmptyState
          title="Nothing to vote on yet"
          text="Proposals appear here when designers have sent them."
        />
      )}
    </div>
  );
}
