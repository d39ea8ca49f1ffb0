import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Invalid, NotFound } from '../domain/errors.ts';
import { once } from '../domain/once.server.ts';
import { saveSearch } from '../domain/saves/search-commands.server.ts';
import { ASKED, firstName, SearchForm, searchHref, searchWords } from '../domain/saves/searches.ts';
import { formToken, mintFormToken, parse, readForm } from '../http/form.server.ts';
import { member, type Args } from '../http/gate.server.ts';
import { oneOfParam } from '../http/query.ts';
import { invalid, respond, seeOther } from '../http/respond.server.ts';
import { ErrorSummary } from '../ui/form.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';
import { problemsOf, refusedAnswers } from '../ui/piece-fields.tsx';
import { SearchFields } from '../ui/searches.tsx';

export const meta: MetaFunction = () => [{ title: 'Save a search · Dustjacket' }];

/** Which list, and what is asked of it: both are in the address, of the page and of its form. */
function askedIn({ request }: Args) {
  const params = new URL(request.url).searchParams;
  const kind = oneOfParam(params.get('list'), ASKED);
  if (!kind) throw new NotFound('There is no such list to search.');
  return { kind, params };
}

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { viewer } = await member(args);
  // Whoever has signed in anew comes back without what was asked.
  if (!new URL(args.request.url).searchParams.has('list')) throw redirect('/saved/searches');
  const { kind, params } = askedIn(args);
  const { href, words } = { href: searchHref(kind, params), words: searchWords(kind, params) };
  const first = { name: firstName(kind, params), frequency: 'daily' };
  return { href, words, first, formToken: mintFormToken(viewer) };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer, now } = await member(args);
  const { kind, params } = askedIn(args);
  const fields = await readForm(args);
  const form = parse(fields, SearchForm);
  if (form.status !== 'success') return invalid(form);
  const search = { ...form.value, kind, query: searchHref(kind, params), now };
  try {
    const { location } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
      await saveSearch(tx, viewer, search);
      return '/saved/searches';
    });
    return await seeOther(location, 'The search is saved.');
  } catch (fault) {
    if (!(fault instanceof Invalid) || !fault.field) throw fault;
    return invalid(form, { [fault.field]: [fault.message] });
  }
});

export default function NewSearch() {
  const { href, words, first, formToken: token } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answers = refused ? refusedAnswers(refused.result) : { values: first };
  return (
    <div className="narrow stack">
      <PageHead
        above={
          <Breadcrumb items={[{ label: 'Saved searches', href: '/saved/searches' }, { label: 'New' }]} />
        }
        title="Save this search"
        lede={<a href={href}>{words}</a>}
      />
      <ErrorSummary errors={problemsOf(answers)} />
      <SearchFields answers={answers} formToken={token} label="Save the search" />
    </div>
  );
}
