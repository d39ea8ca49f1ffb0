/** What two people say to each other: the messages, and the form to say more. */
import { Fragment, type ReactNode } from 'react';
import { LONGEST_MESSAGE } from '#app/domain/conversations/rules.ts';
import type { ThreadHead as Head, ThreadLine } from '#app/domain/conversations/words.ts';
import { Actions, Button } from './buttons.tsx';
import { TextArea, type FieldState } from './fields.tsx';
import { Form, HiddenFields } from './form.tsx';
import { PageHead } from './layout.tsx';
import { Breadcrumb } from './navigation.tsx';
import { Notice, Prose } from './text.tsx';

type LinesProps = {
  lines: readonly ThreadLine[];
  /** Where a message of the other's is reported, up to its id. */
  report: string | null;
  /** The first that is new to the reader, or else the last: where links to the conversation lead. */
  newest?: string | null | undefined;
};

/** Messages in the order they were said, with the day above the first of each. */
export const Thread = ({ lines, report, newest }: LinesProps) => (
  <>
    {lines.map((line) => (
      <Fragment key={line.id}>
        {line.day && <h2 className="day">{line.day}</h2>}
        <Said line={line} report={report} isNewest={line.id === newest} />
      </Fragment>
    ))}
  </>
);

type SaidProps = { line: ThreadLine; report: string | null; isNewest: boolean };

const Said = ({ line: { id, time, name, mine, body, files }, report, isNewest }: SaidProps) => (
  <div className={mine ? 'said mine' : 'said'} id={`m-${id}`}>
    <p className="meta" id={isNewest ? 'newest' : undefined}>
      <b>{name}</b> at {time}
      {report && !mine && (
        <>
          {' · '}
          <a href={`${report}${id}`} rel="nofollow">
            Report
          </a>
        </>
      )}
    </p>
    {body && <Prose text={body} />}
    {files.length > 0 && (
      <ul>
        {files.map((file) => (
          <li key={file.href}>
            <a href={file.href}>{file.name}</a> <span className="meta">{file.size}</span>
          </li>
        ))}
      </ul>
    )}
  </div>
);

export type LiveThread = {
  /** The address of its stream; null on a page that does not end with the newest message. */
  href: string;
  /** Where the stream goes on. */
  since: string;
};

type ThreadProps = LinesProps & {
  receipt: string;
  live: LiveThread | null;
};

/** A page of a thread. Where a script runs, what is said next comes in by itself (`enhance/live.js`). */
export const LiveLog = ({ lines, report, newest, receipt, live }: ThreadProps) => (
  <section className="stack" aria-label="Messages">
    <div id="thread" role="log" data-live={live?.href} data-since={live?.since}>
      <Thread lines={lines} report={report} newest={newest} />
    </div>
    <p id="receipt" className="meta">
      {receipt}
    </p>
    <p id="typing" className="meta" role="status"></p>
  </section>
);

type FormProps = {
  otherName: string;
  field: FieldState;
  formToken: string;
  /** More fields, such as one for files. */
  children?: ReactNode;
  action?: string | undefined;
  upload?: boolean | undefined;
  /** Whether files say enough. */
  optional?: boolean | undefined;
  /** Where files are added to what was typed. */
  files?: string | undefined;
};

/** To say something. */
export const MessageForm = ({ otherName, field, formToken, children, ...form }: FormProps) => (
  <Form action={form.action} upload={form.upload} id="say">
    <HiddenFields values={{ formToken }} />
    <TextArea
      field={field}
      label={`Write to ${otherName}`}
      rows={6}
      max={LONGEST_MESSAGE}
      optional={form.optional}
    />
    {children}
    <Actions>
      <Button>Send</Button>
      {form.files && (
        <Button kind="secondary" formAction={form.files}>
          Add files
        </Button>
      )}
    </Actions>
  </Form>
);

/** Whom one talks with, about what, and the ways from here. */
export const ThreadHead = ({ head, again }: { head: Head; again: string }) => (
  <PageHead
    above={<Breadcrumb items={[{ label: 'Messages', href: '/messages' }, { label: head.names }]} />}
    title={head.names}
    lede={
      <>
        On <cite>{head.title}</cite>
      </>
    }
  >
    <p className="links small">
      {head.links.map(({ href, label }) => (
        <Fragment key={href}>
          <a href={href}>{label}</a>{' '}
        </Fragment>
      ))}
      <a href={again} rel="nofollow">
        Look for new messages
      </a>{' '}
      {head.reach !== 'staff' && (
        <a href={head.block}>
          {head.reach === 'blocked' ? 'Unblock' : 'Block'} {head.otherName}
        </a>
      )}
    </p>
  </PageHead>
);

/** Instead of the form, where nothing can be written. */
export function OutOfReach({ head: { reach, otherName, block } }: { head: Head }) {
  if (reach === 'staff')
    return <Notice>You can read this because the two have a dispute. Neither sees that you do.</Notice>;
  if (reach === 'blocked')
    return (
      <Notice>
        You have blocked {otherName}. <a href={block}>Unblock them</a> to write again.
      </Notice>
    );
  return (
    <Notice>You cannot write to {otherName} at the moment. What you have agreed on goes on as it was.</Notice>
  );
}
