/** Every component is rendered with the states a page can put it in; what comes out is held against the house's promises. */
import { HtmlValidate } from 'html-validate';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { transformSync } from 'esbuild';
import type { ReactElement, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Finding } from '#app/domain/covers/preflight.ts';
import { BriefCard, BriefList, BriefRow, type BriefSummary } from './briefs.tsx';
import { Actions, Button, ConfirmBox, LinkButton, PostButton } from './buttons.tsx';
import { Checkbox, CheckboxesField, RadioField } from './choices.tsx';
import { CompareTable } from './compare.tsx';
import { CoverCard, CoverImage, CoverShelf, type CoverPicture } from './covers.tsx';
import { DesignerCard, DesignerList } from './designers.tsx';
import { ErrorPage } from './error-page.tsx';
import { Facets } from './facets.tsx';
import {
  DateField,
  FileField,
  MoneyField,
  SelectField,
  TextArea,
  TextField,
  type FieldState,
} from './fields.tsx';
import {
  ErrorSummary,
  Form,
  FormContents,
  FormSection,
  HiddenFields,
  RepeatedGroup,
  RepeatedItem,
} from './form.tsx';
import { FileHints, Findings } from './findings.tsx';
import { Hero, HowItWorks } from './home.tsx';
import { Page, PageHead, SiteHeader } from './layout.tsx';
import { Breadcrumb, Pager, Tabs } from './navigation.tsx';
import { StatusTag } from './status.tsx';
import { Definition, EmptyState, MetaLine, Notice, Prose } from './text.tsx';

const html = (element: ReactElement) => renderToStaticMarkup(element);
const PREFIX = `/media/${'0123456789abcdef'.repeat(4)}` as const;
const picture = (more: Partial<CoverPicture> = {}): CoverPicture => ({
  src: { prefix: PREFIX },
  width: 1290,
  height: 1980,
  alt: 'A ferry',
  ready: true,
  ...more,
});
const card = (at: number, pictures: boolean) => (
  <CoverCard
    key={at}
    href={`/covers/${at}`}
    image={picture({ src: { prefix: `${PREFIX}${at}` }, ready: at !== 3, width: at === 2 ? 2900 : 1290 })}
    title={`Book ${at}`}
    author="Maren Oduya"
    by={{ name: 'Ines Vidal', href: '/designers/ines-vidal' }}
    genre="Poetry & drama"
    pictures={pictures}
    priority={at < 4}
  />
);
const brief: BriefSummary = {
  href: '/briefs/1',
  title: 'The Ferry <at> Low Water',
  author: 'Maren Oduya',
  publisher: 'Harrow & Finch',
  genre: 'Literary fiction',
  formats: ['Paperback wrap', 'Ebook front'],
  budget: '€600–€900',
  deadline: { label: '3 February 2027', dateTime: '2027-02-03' },
  status: { state: 'open', label: 'Open' },
  line: 'One strange image.',
};
const findings: Finding[] = (['pass', 'warn', 'fail', 'pass'] as const).map((level, at) => ({
  ...{ check: `check${at}`, level, what: `It is ${level}`, measured: `${at} in`, wanted: '9 in' },
  ...(level === 'pass' ? { why: '', mend: '' } : { why: 'It matters.', mend: 'Mend it.' }),
}));
const genres = [
  { value: 'crime', label: 'Crime & thriller' },
  { value: 'poetry', label: 'Poetry & drama' },
];
const refused = (id: string, value?: string): FieldState => ({ id, name: id, value, errors: [`Mend ${id}`] });
const asked = (id: string, value?: string): FieldState => ({ id, name: id, value });
const sections = [
  { id: 'book', title: 'The book', state: 'needs' as const, note: '1 answer missing' },
  { id: 'terms', title: 'Terms', state: 'empty' as const },
];

const wholeForm = (
  <>
    <ErrorSummary
      errors={['title', 'blurb', 'genre', 'when', 'fee', 'rights', 'approach', 'agree', 'art'].map((id) => ({
        id,
        message: `Mend ${id}`,
      }))}
    />
    <FormContents sections={sections} />
    <Form upload enter={{ name: 'intent', value: 'save' }}>
      <HiddenFields values={{ version: '3', none: null }} />
      <FormSection id="book" number={1} title="The book" sections={sections} intro="As printed.">
        <TextField field={refused('title', 'Low "Water" & <Salt>')} label="Title" hint="As printed." />
        <TextArea
          field={refused('blurb', '\nTyped\nlines')}
          label="Blurb"
          hint="Short."
          max={2000}
          optional
        />
        <SelectField field={refused('genre', 'poetry')} label="Genre" options={genres} empty="Choose" />
        <DateField field={refused('when', '2027-02-03')} label="Deadline" />
      </FormSection>
      <FormSection id="terms" number={2} title="Terms" sections={sections}>
        <MoneyField
          amount={refused('fee', 'six')}
          currency={asked('currency', 'GBP')}
          currencies={[
            { value: 'EUR', label: 'Euro' },
            { value: 'GBP', label: 'Pound sterling' },
          ]}
          label="Budget"
          hint="Without tax."
        />
        <CheckboxesField
          field={{ ...refused('rights'), values: ['poetry'] }}
          label="Rights"
          options={genres}
          hint="Any."
          columns
        />
        <RadioField field={refused('approach', 'crime')} label="Approach" options={genres} />
        <Checkbox field={refused('agree', 'on')} label="Invite only" hint="You can open it later." />
        <FileField
          field={refused('art')}
          label="Art"
          hint="Up to 12 MB."
          accept=".jpg"
          kept={{ name: 'ferry.jpg', detail: '2 MB', href: '/x' }}
        />
        <RepeatedGroup
          legend="Comparable covers"
          add={
            <Button name="intent" value="add">
              Add
            </Button>
          }
        >
          <RepeatedItem
            legend="Cover 1"
            remove={
              <Button kind="quiet" name="intent" value="remove-1">
                Remove
              </Button>
            }
          >
            <TextField field={asked('c1')} label="Book" />
          </RepeatedItem>
        </RepeatedGroup>
      </FormSection>
      <Actions>
        <Button>Publish</Button>
        <LinkButton href="/briefs" kind="quiet">
          Cancel
        </LinkButton>
      </Actions>
    </Form>
  </>
);

const shelf = (pictures: boolean) => (
  <CoverShelf label="Covers">{Array.from({ length: 12 }, (_, at) => card(at, pictures))}</CoverShelf>
);
const facets = (
  <Facets
    action="/covers"
    q={{ label: 'Search covers', value: 'salt' }}
    groups={[
      { name: 'genre', label: 'Genre', kind: 'select', options: genres, selected: ['crime'] },
      { name: 'format', label: 'Format', kind: 'checkboxes', options: genres, selected: ['poetry'] },
      { name: 'budget', label: 'Budget', kind: 'radios', options: genres, selected: [] },
    ]}
    sort={{ options: [{ value: 'new', label: 'Newest' }], selected: 'new' }}
    active={[{ label: 'Crime', href: '/covers?q=salt' }]}
    clear="/covers"
    hidden={{ view: 'all' }}
  />
);
const designer = {
  href: '/designers/ines-vidal',
  name: 'Ines Vidal',
  headline: 'Type-led covers',
  covers: [1, 2, 3, 4].map((at) => ({
    title: `Book ${at}`,
    image: picture({ src: { prefix: `${PREFIX}${at}` } }),
  })),
  availability: { state: 'now', label: 'Available now' },
  priceBand: '600 to 1,200',
};

/** One page per group of components, with every state that changes their markup. */
const pages: Record<string, ReactNode> = {
  home: (
    <>
      <Hero />
      <CoverShelf row>{[0, 1, 2, 3].map((at) => card(at, true))}</CoverShelf>
      <HowItWorks />
      <h2>Briefs</h2>
      <ul className="cards">
        <BriefCard brief={brief} />
      </ul>
    </>
  ),
  gallery: (
    <>
      <PageHead title="Covers" lede="Made for print." />
      {facets}
      {shelf(true)}
      <Pager newer="/covers?before=1" older="/covers?after=1" count="1–12 of 1,000+" />
    </>
  ),
  'gallery without pictures': (
    <>
      <PageHead title="Covers" />
      {shelf(false)}
      <CoverImage {...picture()} sizes="large" pictures title="The Ferry" priority />
      <CoverImage {...picture({ ready: false })} sizes="large" pictures title="The Ferry" author="Oduya" />
    </>
  ),
  brief: (
    <>
      <PageHead
        above={<Breadcrumb items={[{ label: 'Briefs', href: '/briefs' }, { label: 'The Ferry' }]} />}
        title="The Ferry"
      >
        <MetaLine>
          <StatusTag state="open" label="Open" />
          {'Literary fiction'}
          {null}
        </MetaLine>
      </PageHead>
      <Tabs
        label="Brief"
        items={[
          { href: '/a', label: 'Brief', current: true },
          { href: '/b', label: 'Log', count: '3' },
        ]}
      />
      <Prose text={'One.\r\n\r\nTwo, see https://example.org/a?b=1.\nThree'} />
      <Definition
        items={[
          { term: 'Trim', value: '129 × 198 mm' },
          { term: 'Series', value: '' },
        ]}
      />
      <Notice title="Open for 54 days">Until one is accepted.</Notice>
      <PostButton action="/save" hidden={{ token: 'x' }}>
        Save
      </PostButton>
    </>
  ),
  findings: (
    <>
      <h1>The file</h1>
      <Findings findings={findings} />
      <FileHints findings={findings} />
    </>
  ),
  lists: (
    <>
      <h1>Lists</h1>
      <h2>Briefs</h2>
      <BriefList>
        <BriefRow brief={brief} />
      </BriefList>
      <h2>Designers</h2>
      <DesignerList>
        <DesignerCard designer={designer} pictures />
        <DesignerCard designer={{ ...designer, href: '/d/2' }} pictures={false} />
      </DesignerList>
      <EmptyState
        title="Nothing yet"
        text="Post one."
        actions={<LinkButton href="/briefs/new">Post</LinkButton>}
      />
    </>
  ),
  form: (
    <>
      <PageHead title="Post a brief" />
      {wholeForm}
    </>
  ),
  conflict: (
    <>
      <h1>Changed meanwhile</h1>
      <CompareTable
        caption="Two differ."
        rows={[
          { field: 'Title', theirs: 'A', yours: 'B' },
          { field: 'Series', theirs: '', yours: 'C' },
        ]}
      />
      <ConfirmBox
        title="Cancel?"
        text="It cannot be undone."
        action="/x"
        confirm="Cancel brief"
        cancel="/y"
        danger
        hidden={{ token: 'x' }}
      />
    </>
  ),
  error: (
    <ErrorPage
      status={404}
      title="Not in print"
      text="Mistyped?"
      requestId="0b9e"
      actions={<LinkButton href="/">Home</LinkButton>}
    />
  ),
};
const viewers = [
  null,
  { name: 'Ines Vidal', role: 'designer' },
  { name: 'Harrow', role: 'hiring_user' },
] as const;
const page = (content: ReactNode, at = 0) =>
  `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Dustjacket</title></head><body>${html(
    <Page
      viewer={viewers[at % 3] ?? null}
      path="/briefs"
      pictures={at % 2 === 0}
      signIn="/auth/sign-in"
      flash="Saved."
    >
      {content}
    </Page>,
  )}</body></html>`;

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // React's own spelling of attributes and empty elements; the meaning is the same.
    'attr-case': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'void-style': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
  },
});

describe.each(Object.entries(pages))('the page "%s"', (name, content) => {
  const source = page(content, Object.keys(pages).indexOf(name));

  test('is valid HTML', async () => {
    const report = await validator.validateString(source);
    const said = report.results.flatMap((result) => result.messages);
    expect(
      said.map((message) => `${message.ruleId}: ${message.message} (${message.selector ?? ''})`),
    ).toEqual([]);
  });

  test('has no inline style, no script and no handler', () => {
    expect(source).not.toMatch(/\sstyle=|<script|\son\w+=|javascript:/);
  });

  test('describes controls and links to sections only by ids that exist', () => {
    const ids = new Set([...source.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]));
    const wanted = [
      ...[...source.matchAll(/aria-(?:describedby|labelledby)="([^"]+)"/g)].flatMap((match) =>
        (match[1] ?? '').split(' '),
      ),
      ...[...source.matchAll(/href="#([^"]+)"/g)].map((match) => match[1] ?? ''),
      ...[...source.matchAll(/\sfor="([^"]+)"/g)].map((match) => match[1] ?? ''),
    ];
    expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('a refused form', () => {
  const source = html(wholeForm);

  test('keeps every value that was typed', () => {
    expect(source).toContain('value="Low &quot;Water&quot; &amp; &lt;Salt&gt;"');
    // A browser drops the first line break of a text area, so there must be one more than was typed.
    expect(source).toContain('>\n\nTyped\nlines</textarea>');
    expect(source).toContain('<option value="poetry" selected="">');
    expect(source).toContain('value="2027-02-03"');
    expect(source).toContain('value="six"');
    expect(source).toContain('<option value="GBP" selected="">');
    expect(source).toMatch(/name="rights" checked="" value="poetry"/);
    expect(source).toMatch(/name="approach" checked="" value="crime"/);
    expect(source).toMatch(/name="agree"[^>]* checked="" value="on"/);
    expect(source).toContain('ferry.jpg');
  });

  test('says hint, then error, and marks the control', () => {
    const field = html(<TextField field={refused('title')} label="Title" hint="As printed." />);
    expect(field).toContain('aria-describedby="title-hint title-error"');
    expect(field).toContain('aria-invalid="true"');
    expect(field).toContain('<span class="vh">Error: </span>Mend title');
    expect(field.indexOf('title-hint')).toBeLessThan(field.indexOf('title-error'));
  });

  test('says nothing of hints or errors that are not there', () => {
    expect(html(<TextField field={asked('title')} label="Title" />)).not.toMatch(/aria-|error|hint/);
  });

  test('is summed up by links, each to a control that takes the focus', () => {
    const links = [...source.matchAll(/<li><a href="#([^"]+)">Mend/g)].map((match) => match[1]);
    expect(links).toHaveLength(9);
    for (const id of links) expect(source).toMatch(new RegExp(`<(input|select|textarea)[^>]* id="${id}"`));
    expect(source).toMatch(/<div class="error-summary" tabindex="-1" autofocus=""><div role="alert"/);
    expect(html(<ErrorSummary errors={[]} />)).toBe('');
  });

  test('does the main thing when Enter is pressed, not what its first small button would do', () => {
    expect(/<button[^>]*>/.exec(source)?.[0]).toContain('name="intent" value="save"');
  });

  test('is validated by the server alone', () => {
    expect(source).toContain('novalidate=""');
    expect(source).not.toMatch(/\s(required|maxlength|pattern|min|max)=/i);
  });
});

describe('a cover', () => {
  test('shows the one preview there is while the sizes are made', () => {
    const image = html(<CoverImage {...picture()} ready="preview" sizes="large" pictures title="Ferry" />);
    expect(image.match(/\/\d+\.(avif|webp|jpeg)/g)).toEqual(['/320.jpeg']);
  });

  test('offers AVIF, then WebP, then JPEG, with its size', () => {
    const image = html(<CoverImage {...picture()} sizes="shelf" pictures title="The Ferry" />);
    expect(image.match(/320\.(avif|webp|jpeg)/g)).toEqual(['320.avif', '320.webp', '320.jpeg']);
    expect(image).toMatch(/width="1290" height="1980" alt="A ferry"/);
    expect(image).toContain('loading="lazy"');
    expect(html(<CoverImage {...picture()} sizes="shelf" pictures title="" priority />)).toContain(
      'fetchpriority="high"',
    );
    expect(html(<CoverImage {...picture()} sizes="large" pictures title="" />)).toContain('1280.avif 1280w');
  });

  test('stands as a cloth binding without pictures, and says why', () => {
    expect(html(card(1, false))).toMatch(/<cite>Book 1<\/cite>.*Maren Oduya.*Pictures are off/);
    expect(html(card(3, true))).toMatch(/<cite>Book 3<\/cite>.*No picture yet/);
    expect(html(card(1, false))).not.toContain('<img');
    expect(html(card(1, false)).match(/Book 1/g)).toHaveLength(1);
  });
});

describe('the header', () => {
  const header = (role: 'designer' | 'hiring_user' | null, path = '/covers/12') =>
    html(<SiteHeader viewer={role && { name: 'Ines', role }} path={path} signIn="/auth/sign-in" />);

  test('offers what the reader can do', () => {
    expect(header(null)).toContain('href="/auth/sign-in"');
    expect(header('designer')).toContain('href="/portfolio"');
    expect(header('hiring_user')).toContain('href="/briefs/new"');
    expect(header('designer')).toContain('method="post" action="/auth/sign-out"');
  });

  test('marks the page or the section it is on, and only one', () => {
    expect(header(null)).toContain('<a href="/covers" aria-current="true">');
    expect(header(null, '/covers?genre=x')).toMatch(/<a href="\/covers" aria-current="(true|page)">/);
    expect(header('hiring_user', '/briefs/new').match(/aria-current/g)).toHaveLength(1);
    expect(header('hiring_user', '/briefs/new')).toContain('<a href="/briefs/new" aria-current="page">');
  });
});

test('text that people wrote stays text, and its addresses lend nothing', () => {
  const prose = html(
    <Prose text={'<script>x</script>\nhttps://example.org/a. End\n\njavascript:alert(1)'} />,
  );
  expect(prose).toContain('&lt;script&gt;');
  expect(prose).toContain('<br/>');
  expect(prose).toContain(
    '<a href="https://example.org/a" rel="nofollow ugc noopener">https://example.org/a</a>. End',
  );
  expect(prose.match(/<a /g)).toHaveLength(1);
});

test('every state is a word and a shape', () => {
  expect(html(<StatusTag state="disputed" label="In dispute" />)).toBe(
    '<span class="tag is-alert">In dispute</span>',
  );
  expect(html(<StatusTag state="never heard of" label="New" />)).toContain('is-hollow');
});

test('findings tell the worst first, and fold away what is right', () => {
  const text = html(<Findings findings={findings} />).replace(/<[^>]+>/g, '|').replace(/\|+/g, '|'); // prettier-ignore
  expect(text).toBe(
    '|To mend| |It is fail.|It matters. Mend it.|Measured: 2 in. Wanted: 9 in.' +
      '|To look at| |It is warn.|It matters. Mend it.|Measured: 1 in. Wanted: 9 in.' +
      '|2 checks are right|Right| It is pass.|0 in|Right| It is pass.|3 in|',
  );
  expect(html(<FileHints findings={findings} />)).toContain('2 hints about the file');
  expect(html(<FileHints findings={findings.filter(({ level }) => level === 'pass')} />)).toBe('');
});

describe('budgets', () => {
  const source = readFileSync(new URL('./style.css', import.meta.url), 'utf8');
  const css = transformSync(source, { loader: 'css', minify: true }).code;
  const wire = (text: string) => brotliCompressSync(text).length;

  test('the style sheet is at most 6 KB on the wire', () => expect(wire(css)).toBeLessThan(6 * 1024));

  test('the style sheet fetches nothing', () => expect(css).not.toMatch(/url\(|@import|@font-face/));

  test('a gallery of 12 with its style sheet is at most 11 KB on the wire and 800 elements', () => {
    const gallery = page(pages.gallery).replace('</head>', `<style>${css}</style></head>`);
    expect(wire(gallery)).toBeLessThan(11 * 1024);
    expect(gallery.length).toBeLessThan(40 * 1024);
    expect(gallery.match(/<[a-z]/g)?.length).toBeLessThan(800);
  });
});
