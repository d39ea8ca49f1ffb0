/** Ways through pages: all of them lists of links. */

export type Crumb = { label: string; href?: string | undefined };

/** The way back up, from the section to this page; the last item is the page itself and may go without a link. */
export function Breadcrumb({ items }: { items: readonly Crumb[] }) {
  return (
    <nav className="crumbs" aria-label="Breadcrumb">
      <ol>
        {items.map(({ label, href }) => (
          <li key={label}>{href ? <a href={href}>{label}</a> : <span aria-current="page">{label}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}

/** The way to a page of a project, at `href`. */
export const projectPath = (title: string, href: string, ...rest: Crumb[]): Crumb[] => [
  { label: 'Projects', href: '/projects' },
  { label: title, href },
  ...rest,
];

export type Tab = { href: string; label: string; current?: boolean | undefined; count?: string | undefined };

/** Views of one thing, as links; each is a page of its own. */
export function Tabs({ label, items }: { label: string; items: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {items.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && <span className="soft num"> {tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type PagerProps = {
  newer?: string | null | undefined;
  older?: string | null | undefined;
  /** What is shown of how many, such as "25–48 of 1,000+". */
  count?: string | undefined;
  label?: string | undefined;
  newerLabel?: string | undefined;
  olderLabel?: string | undefined;
};

/** To the newer and the older page of a list, with a count between. Renders nothing when there is nothing to say. */
export function Pager({ newer, older, count, label = 'Pages', ...words }: PagerProps) {
  if (!newer && !older && !count) return null;
  return (
    <nav className="pager" aria-label={label}>
      {newer ? (
        <a className="button secondary" href={newer} rel="prev">
          ←&nbsp;{words.newerLabel ?? 'Newer'}
        </a>
      ) : (
        <span />
      )}
      {count && <p className="meta num">{count}</p>}
      {older ? (
        <a className="button secondary" href={older} rel="next">
          {words.olderLabel ?? 'Older'}&nbsp;→
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
