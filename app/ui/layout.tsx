/**
 * The room of HTML: plain functions from plain data to markup. No state, no scripts, no Remix, no database;
 * types come from `rules.ts` files only. One style sheet, `style.css`, is inlined into every page by the shell.
 *
 * Where things are:
 *   layout.tsx      Page, SiteHeader, SiteFooter, Flash, PageHead
 *   navigation.tsx  Breadcrumb, Tabs, Pager
 *   text.tsx        Definition, MetaLine, EmptyState, Notice, Prose
 *   status.tsx      StatusTag
 *   covers.tsx      CoverImage, CoverShelf, CoverCard          cloth.tsx  the stand-in for a missing picture
 *   briefs.tsx      BriefList, BriefRow, BriefCard             designers.tsx  DesignerList, DesignerCard
 *   fields.tsx      Field, TextField, TextArea, SelectField, DateField, MoneyField, FileField
 *   choices.tsx     RadioField, CheckboxesField, Checkbox
 *   form.tsx        Form, Hidden, HiddenFields, ErrorSummary, FormContents, FormSection, RepeatedGroup, RepeatedItem
 *   buttons.tsx     Actions, Button, LinkButton, PostButton, ConfirmBox
 *   facets.tsx      Facets                                      compare.tsx  CompareTable
 *   cover-drawing.tsx  CoverDrawing, of what domain/covers/drawing.ts lays out
 *   cover-size.tsx  CoverSizeForm, CoverNumbers
 *   error-page.tsx  ErrorPage                                   home.tsx     Hero, HowItWorks
 *   account.tsx     AccountForm, DeviceList                     findings.tsx   Findings, FileHints
 *   proposals.tsx   ProposalList, ProposalRow, ProposalPage     proposal-form.tsx  ProposalForm
 *   saves.tsx       SaveButton, SmallSave, SavedBriefs, SavedDesigners       searches.tsx   SearchLinks, SavedTabs
 *   previews.tsx    Previews, Shelf                             previews-printed.tsx  PrintedCover
 *   project-page.tsx  ProjectPage                               project-list.tsx   ProjectList
 *   messages.tsx    MessageList, FoundMessages                  thread.tsx     Thread, ThreadPage, MessageForm
 *   notices.tsx     NoticeList, WithUnread
 *   records.tsx     Records, PeopleTable, LogTable              staff-forms.tsx  what staff do with a person
 *
 * A refused page puts its ErrorSummary right under PageHead, before any column. A form whose first button is not its
 * main one says `enter`. Lists of covers mark their first four `priority`.
 *
 * Class names pages may use directly: wrap, narrow, stack, tight, row, spread, head, section-head, with-aside
 * (+ before; its aside may be sticky), prose, as-typed, lede, title, meta, soft, small, num, panel, notice, pair, links, vh, no-print.
 */
import type { ReactNode } from 'react';
import type { Role } from '#app/domain/people/rules.ts';
import { WithUnread } from './notices.tsx';

/** Of notifications, and of the messages among them. */
export type Unread = { notifications: number; messages: number };
export type HeaderViewer = { name: string; role: Role } | null;
export type NavLink = { href: string; label: string };

const BROWSE: readonly NavLink[] = [
  { href: '/covers', label: 'Covers' },
  { href: '/briefs', label: 'Briefs' },
  { href: '/designers', label: 'Designers' },
];
const OWN: Record<Role, readonly NavLink[]> = {
  newcomer: [{ href: '/welcome', label: 'Finish signing up' }],
  designer: [
    { href: '/portfolio', label: 'Portfolio' },
    { href: '/proposals', label: 'Proposals' },
    { href: '/projects', label: 'Projects' },
    { href: '/messages', label: 'Messages' },
  ],
  hiring_user: [
    { href: '/briefs/mine', label: 'My briefs' },
    { href: '/projects', label: 'Projects' },
    { href: '/messages', label: 'Messages' },
    { href: '/briefs/new', label: 'Post a brief' },
  ],
  admin: [
    { href: '/briefs/mine', label: 'All briefs' },
    { href: '/admin/users', label: 'People' },
    { href: '/admin/disputes', label: 'Disputes' },
    { href: '/admin/reports', label: 'Reports' },
    { href: '/admin/mail', label: 'Mail' },
    { href: '/admin/audit', label: 'Log' },
  ],
};
/** The link of the page itself, or of the section it is in. An exact match wins over a section. */
function currentOf(path: string, links: readonly NavLink[]): string | undefined {
  const plain = path.split('?')[0] ?? path;
  const exact = links.find((link) => link.href === path) ?? links.find((link) => link.href === plain);
  return (exact ?? links.find((link) => !link.href.includes('?') && plain.startsWith(`${link.href}/`)))?.href;
}

type HeaderProps = {
  viewer: HeaderViewer;
  /** Path and query of the page that is shown. */
  path: string;
  /** Where "Sign in" leads. */
  signIn: string;
  /** How much one has not read; a page that failed does not say. */
  unread?: Unread | null | undefined;
};

/** Top of every page: skip link, wordmark, main navigation, and who is signed in. */
export function SiteHeader({ viewer, path, signIn, unread }: HeaderProps) {
  const links = [...BROWSE, ...(viewer ? OWN[viewer.role] : [])];
  const current = currentOf(path, links);
  return (
    <header className="site-header">
      <a className="skip" href="#main">
        Skip to content
      </a>
      <div className="wrap">
        <a className="wordmark" href="/">
          Dust<i>jacket</i>
        </a>
        <nav aria-label="Main">
          <ul>
            {links.map(({ href, label }) => (
              <li key={href}>
                <a href={href} aria-current={href !== current ? undefined : href === path ? 'page' : 'true'}>
                  {href === '/messages' ? <WithUnread label={label} count={unread?.messages ?? 0} /> : label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <You viewer={viewer} signIn={signIn} unread={unread} />
      </div>
    </header>
  );
}

function You({ viewer, signIn, unread }: Omit<HeaderProps, 'path'>) {
  if (!viewer) {
    return (
      <p className="you links">
        <a href={signIn} rel="nofollow">
          Sign in
        </a>
      </p>
    );
  }
  return (
    <form className="you links" method="post" action="/auth/sign-out">
      {viewer.role !== 'newcomer' && <a href="/saved">Saved</a>}{' '}
      <a href="/notifications">
        <WithUnread label="Notifications" count={unread?.notifications ?? 0} />
      </a>{' '}
      <a href="/account" className="name">
        {viewer.name}
      </a>{' '}
      <button className="text-button soft" type="submit">
        Sign out
      </button>
    </form>
  );
}

type FooterProps = {
  pictures: boolean;
  path: string;
  /** Where people write to us. */
  contact?: string | null | undefined;
};

/** Foot of every page: our word, and the switch that turns pictures on or off. */
export function SiteFooter({ pictures, path, contact }: FooterProps) {
  return (
    <footer className="site-footer">
      <div className="wrap">
        <p>
          <b>The brief is the print specification.</b> No contests. No pay-to-bid.
        </p>
        <p>
          <a href="/tools/cover-size">How large is the cover?</a>
        </p>
        {contact && (
          <p>
            <a href={`mailto:${contact}`}>Write to us</a>
          </p>
        )}
        <form className="row" method="post" action="/pictures">
          <input type="hidden" name="to" value={pictures ? 'off' : 'on'} />
          <input type="hidden" name="back" value={path} />
          <span>{pictures ? 'Pictures are on.' : 'Pictures are off.'}</span>{' '}
          <button className="text-button" type="submit">
            {pictures ? 'Turn pictures off' : 'Turn pictures on'}
          </button>
        </form>
      </div>
    </footer>
  );
}

/** One sentence about what has just been done, said once. Renders nothing without a message. */
export function Flash({ message }: { message: string | null | undefined }) {
  if (!message) return null;
  return (
    <div className="wrap">
      <p className="flash" role="status">
        {message}
      </p>
    </div>
  );
}

type PageProps = HeaderProps &
  FooterProps & {
    flash?: string | null | undefined;
    children: ReactNode;
  };

/** Everything inside `<body>`: header, flash, main, footer. The page's own content goes into `<main id="main">`. */
export function Page({ viewer, path, signIn, unread, pictures, contact, flash, children }: PageProps) {
  return (
    <>
      <SiteHeader viewer={viewer} path={path} signIn={signIn} unread={unread} />
      <Flash message={flash} />
      <main id="main" className="wrap">
        {children}
      </main>
      <SiteFooter pictures={pictures} path={path} contact={contact} />
    </>
  );
}

type HeadProps = { title: ReactNode; lede?: ReactNode; above?: ReactNode; children?: ReactNode };

/** Top of a page's content: breadcrumb or tag above, the one `<h1>`, a lede, then whatever belongs to it. */
export function PageHead({ title, lede, above, children }: HeadProps) {
  return (
    <div className="head">
      {above}
      <h1>{title}</h1>
      {lede && <p className="lede">{lede}</p>}
      {children}
    </div>
  );
}
