/** Whole forms: the form itself, its error summary, numbered sections of a long page, groups that repeat. */
import type { ReactNode } from 'react';
import { StatusTag } from './status.tsx';

type FormProps = {
  children: ReactNode;
  /** Where it posts; the page's own address when left out. */
  action?: string | undefined;
  method?: 'post' | 'get' | undefined;
  /** Set when the form holds a file field. */
  upload?: boolean | undefined;
  id?: string | undefined;
  /**
   * What the Enter key in a field does. A browser presses the first submit button of a form, so a form whose first
   * button removes or adds something must say this.
   */
  enter?: { name: string; value: string } | undefined;
};

/** A form that the server alone validates. */
export function Form({ children, action, method = 'post', upload, id, enter }: FormProps) {
  return (
    <form
      id={id}
      className="fields"
      method={method}
      action={action}
      encType={upload ? 'multipart/form-data' : undefined}
      noValidate
    >
      {enter && <button className="vh" type="submit" tabIndex={-1} aria-hidden="true" {...enter} />}
      {children}
    </form>
  );
}

/** A value that goes along unseen. */
export const Hidden = ({ name, value }: { name: string; value: string }) => (
  <input type="hidden" name={name} value={value} />
);

/** Several values that go along unseen; those that are null or undefined stay behind. */
export function HiddenFields({ values }: { values: Readonly<Record<string, string | null | undefined>> }) {
  return (
    <>
      {Object.entries(values).map(
        ([name, value]) =>
          value !== null && value !== undefined && <Hidden key={name} name={name} value={value} />,
      )}
    </>
  );
}

export type FormError = { id: string; message: string };

/** What has to be mended, on top of a refused form, each leading to its field. Renders nothing without errors. */
export function ErrorSummary({
  errors,
  title = 'There is a problem',
}: {
  errors: readonly FormError[];
  title?: string;
}) {
  if (errors.length === 0) return null;
  return (
    // The browser itself moves the focus here when the page arrives, so nobody has to look for what went wrong.
    <div className="error-summary" tabIndex={-1} autoFocus>
      <div role="alert" className="stack tight">
        <h2>{title}</h2>
        <ul>
          {errors.map(({ id, message }) => (
            <li key={`${id} ${message}`}>
              <a href={`#${id}`}>{message}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

export type SectionState = 'done' | 'needs' | 'empty';
export type SectionLink = {
  id: string;
  title: string;
  state: SectionState;
  /** Replaces the usual words, such as "2 answers missing". */
  note?: string | undefined;
};
const SECTION_WORDS: Record<SectionState, string> = {
  done: 'Done',
  needs: 'Needs something',
  empty: 'Optional',
};

/** Contents of a long form: numbered links to its sections with how each of them stands. */
export function FormContents({
  sections,
  label = 'Sections',
}: {
  sections: readonly SectionLink[];
  label?: string;
}) {
  return (
    <nav className="contents" id="contents" aria-label={label}>
      <ol>
        {sections.map((section) => (
          <li key={section.id}>
            <a href={`#${section.id}`}>{section.title}</a>{' '}
            <StatusTag state={section.state} label={section.note ?? SECTION_WORDS[section.state]} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

type SectionProps = {
  id: string;
  number: number;
  title: string;
  intro?: ReactNode;
  /** All sections of the form in order; the links to the section before and after come from it. */
  sections: readonly Pick<SectionLink, 'id' | 'title'>[];
  children: ReactNode;
};

/** One numbered section of a long form, with the way to the one before, the one after and the contents. */
export function FormSection({ id, number, title, intro, sections, children }: SectionProps) {
  const at = sections.findIndex((section) => section.id === id);
  const before = sections[at - 1];
  const after = sections[at + 1];
  return (
    <section className="form-section" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        <span>{number}</span> <span>{title}</span>
      </h2>
      {intro && <p className="lede">{intro}</p>}
      <div className="fields">{children}</div>
      <p className="links small">
        {before && <a href={`#${before.id}`}>↑ {before.title}</a>}{' '}
        {after && <a href={`#${after.id}`}>↓ {after.title}</a>} <a href="#contents">All sections</a>
      </p>
    </section>
  );
}

type RepeatedProps = {
  legend: string;
  hint?: ReactNode;
  /** `RepeatedItem`s. */
  children: ReactNode;
  /** A submit button that adds one, such as `<Button kind="secondary" name="intent" value="add-comparable">`. */
  add?: ReactNode;
};

/** A question that may be answered several times: the answers one under another, and a button for one more. */
export function RepeatedGroup({ legend, hint, children, add }: RepeatedProps) {
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      {children}
      {add}
    </fieldset>
  );
}

/** One answer of a repeated group: its fields and the submit button that takes it out. */
export function RepeatedItem(props: { legend: string; children: ReactNode; remove?: ReactNode }) {
  return (
    <fieldset className="repeat fields">
      <legend>{props.legend}</legend>
      {props.children}
      {props.remove}
    </fieldset>
  );
}
