/** Saved searches: the way to save one from a list, the list of them, and their form. */
import { FREQUENCY_WORDS, SEARCH_FREQUENCIES, type SearchKind } from '#app/domain/saves/rules.ts';
import { Actions, Button, LinkButton, PostButton } from './buttons.tsx';
import { RadioField } from './choices.tsx';
import { TextField } from './fields.tsx';
import { Form, Hidden } from './form.tsx';
import { Tabs } from './navigation.tsx';
import { fieldOf, type Answers } from './piece-fields.tsx';
import { Definition, MetaLine } from './text.tsx';

/** What a list is asked: its parameters, those that are off among them. */
type Asked = Readonly<Record<string, string | null | undefined>>;

function hrefOf(path: string, asked: Asked): string {
  const words = Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const query = new URLSearchParams(words).toString();
  return query ? `${path}?${query}` : path;
}
const feedOf = (kind: SearchKind, asked: Asked) => hrefOf(`/feeds/${kind}.atom`, asked);

/** Tells readers of feeds that the list they are shown has one. Goes into the `meta` of its page. */
export const feedLink = (kind: SearchKind, asked: Asked = {}) => ({
  ...{ tagName: 'link' as const, rel: 'alternate', type: 'application/atom+xml' },
  ...{ title: 'What is new in this list', href: feedOf(kind, asked) },
});

/** Under a list: hearing of what is new in it. */
export const SearchLinks = ({ kind, asked }: { kind: SearchKind; asked: Asked }) => (
  <p className="links small no-print">
    <a href={hrefOf('/saved/searches/new', { list: kind, ...asked })} rel="nofollow">
      Save this search
    </a>
    <a href={feedOf(kind, asked)} rel="nofollow">
      Atom feed
    </a>
  </p>
);

type Place = '/saved' | '/saved/searches' | '/invitations';

/** What somebody keeps in mind, and what they were asked. Only designers are invited. */
export const SavedTabs = ({ current, designs }: { current: Place; designs: boolean }) => (
  <Tabs
    label="Saved"
    items={[
      { href: '/saved', label: designs ? 'Briefs' : 'Designers', current: current === '/saved' },
      { href: '/saved/searches', label: 'Searches', current: current === '/saved/searches' },
      ...(designs
        ? [{ href: '/invitations', label: 'Invitations', current: current === '/invitations' }]
        : []),
    ]}
  />
);

export type SearchRow = {
  id: string;
  name: string;
  words: string;
  list: string;
  feed: string;
  often: string;
  told: string | null;
};

/** The searches somebody has saved. */
export const SearchList = ({ rows }: { rows: readonly SearchRow[] }) => (
  <ol className="entries">
    {rows.map(({ id, name, words, list, feed, often, told }) => (
      <li key={id} className="entry">
        <div className="stack tight">
          <h3>
            <a href={list}>{name}</a>
          </h3>
          <p>{words}</p>
          <MetaLine>
            {`Mail: ${often.charAt(0).toLowerCase()}${often.slice(1)}`}
            {told && `looked through on ${told}`}
          </MetaLine>
        </div>
        <p className="links">
          <a href={`/saved/searches/${id}`}>
            Change<span className="vh"> {name}</span>
          </a>
          <a href={feed} rel="nofollow">
            Feed<span className="vh"> of {name}</span>
          </a>
        </p>
      </li>
    ))}
  </ol>
);

type FieldsProps = { answers: Answers; formToken: string; label: string; intent?: string };

/** What a search is called, and how often to hear of it. */
export const SearchFields = ({ answers, formToken, label, intent }: FieldsProps) => (
  <Form>
    <Hidden name="formToken" value={formToken} />
    {intent && <Hidden name="intent" value={intent} />}
    <TextField field={fieldOf(answers, 'name')} label="Name" hint="It stands in the subject of the mail." />
    <RadioField
      field={fieldOf(answers, 'frequency')}
      label="Mail about what is new"
      hint="At eight in your time zone. When nothing is new there is no mail."
      options={SEARCH_FREQUENCIES.map((value) => ({ value, label: FREQUENCY_WORDS[value] }))}
    />
    <Actions>
      <Button>{label}</Button>
      <LinkButton href="/saved/searches" kind="quiet">
        Go back
      </LinkButton>
    </Actions>
  </Form>
);

type FeedProps = { page: string; address: string; renewToken: string; removeToken: string };

/** The address of a search's feed, and what else can be done with it. */
export const SearchFeed = ({ page, address, renewToken, removeToken }: FeedProps) => (
  <section className="stack">
    <h2>Feed</h2>
    <p>
      Whoever has this address reads what the search finds, without signing in; it does not say whose it is.
      If it has come into wrong hands, make a new one: the old one then leads nowhere.
    </p>
    <Definition items={[{ term: 'Address', value: <a href={address}>{address}</a> }]} />
    <Actions>
      <PostButton action={page} hidden={{ intent: 'renew', formToken: renewToken }}>
        Make a new address
      </PostButton>
      <PostButton action={page} kind="quiet" hidden={{ intent: 'remove', formToken: removeToken }}>
        Delete this search
      </PostButton>
    </Actions>
  </section>
);
