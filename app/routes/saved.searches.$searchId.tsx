import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Invalid } from '../domain/errors.ts';
import { once } from '../domain/once.server.ts';
import { changeSearch, removeSearch, renewFeed } from '../domain/saves/search-commands.server.ts';
import { getSearch } from '../domain/saves/search-queries.server.ts';
import { keyFeedHref, paramsOf, SEARCH_INTENTS, SearchForm, searchWords } from '../domain/saves/searches.ts';
import { formToken, mintFormToken, parse, readForm } from '../http/form.server.ts';
import { member } from '../http/gate.server.ts';
import { oneOfParam } from '../http/query.ts';
import { invalid, respond, seeOther } from '../http/respond.server.ts';
import { ErrorSummary } from '../ui/form.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';
import { problemsOf, refusedAnswers } from '../ui/piece-fields.tsx';
import { SearchFeed, SearchFields } from '../ui/searches.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.saved.name} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, config } = await member(args);
  const { id, kind, query, name, frequency, feedKey } = await getSearch(db, viewer, args.params.searchId);
  return {
    ...{
      page: `/saved/searches/${id}`,
      saved: { name, frequency },
      list: query,
      words: searchWords(kind, paramsOf(query)),
    },
    ...{ address: config.origin + keyFeedHref(feedKey), formToken: mintFormToken(viewer) },
    ...{ renewToken: mintFormToken(viewer), removeToken: mintFormToken(viewer) },
  };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer } = await member(args);
  const { searchId } = args.params;
  await getSearch(db, viewer, searchId);
  const fields = await readForm(args);
  const intent = oneOfParam(fields.get('intent'), SEARCH_INTENTS);
  if (!intent) throw new Invalid('Say what to do with this search.');
  const form = intent === 'save' ? parse(fields, SearchForm) : null;
  if (form && form.status !== 'success') return invalid(form);
  const { location } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
    if (form) await changeSearch(tx, viewer, searchId, form.value);
    else if (intent === 'renew') await renewFeed(tx, viewer, searchId);
    else await removeSearch(tx, viewer, searchId);
    return intent === 'renew' ? `/saved/searches/${searchId}` : '/saved/searches';
  });
  return seeOther(location, DONE[intent]);
});

const DONE = {
  save: 'The search is saved.',
  renew: 'The feed has a new address. The old one leads nowhere any more.',
  remove: 'The search is deleted, and its feed with it.',
} as const;

export default function OneSearch() {
  const { saved, list, words, address, formToken: token, ...tokens } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answers = refused ? refusedAnswers(refused.result) : { values: saved };
  return (
    <div className="narrow stack">
      <PageHead
        above={
          <Breadcrumb items={[{ label: 'Saved searches', href: '/saved/searches' }, { label: saved.name }]} />
        }
        title={saved.name}
        lede={<a href={list}>{words}</a>}
      />
      <ErrorSummary errors={problemsOf(answers)} />
      <SearchFields answers={answers} formToken={token} label="Save" intent="save" />
      <SearchFeed address={address} {...tokens} />
    </div>
  );
}
