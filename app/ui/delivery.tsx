/** One version of what was delivered: its files and what was found in them, what was asked for, and what was said. */
import type { FileSheet, RequestSheet, VersionSheet } from '#app/domain/deliveries/sheet.ts';
import { LinkButton } from './buttons.tsx';
import { CoverImage } from './covers.tsx';
import { Findings } from './findings.tsx';
import { Pinned } from './pinned.tsx';
import { StatusTag } from './status.tsx';
import { Definition, MetaLine, Notice, Prose } from './text.tsx';

/** The shape beside a standing. */
const SHAPES: Record<FileSheet['standing']['state'], string> = {
  ...{ checking: 'soon', refused: 'fail', fail: 'fail', warn: 'warn', pass: 'pass' },
  ...{ hints: 'empty', unchecked: 'empty' },
};

export const Standing = ({ standing: { state, label } }: Pick<FileSheet, 'standing'>) => (
  <StatusTag state={SHAPES[state]} label={label} />
);

type VersionProps = {
  version: VersionSheet;
  title: string;
  pictures: boolean;
  /** Whether its reader can answer what was asked about it. */
  answers: boolean;
};

/** Everything of a version, as both sides read it. */
export function Version({ version, title, pictures, answers }: VersionProps) {
  const { note, files, requests, declared } = version;
  return (
    <div className="stack">
      {note && <Prose text={note} />}
      <ul className="stack">
        {files.map((file) => (
          <li key={file.id}>
            <DeliveredFile {...{ file, title, pictures }} />
          </li>
        ))}
      </ul>
      {declared && (
        <section className="stack tight">
          <h3>Declared with it</h3>
          <Definition items={declared} />
        </section>
      )}
      {requests.map((request) => (
        <Request key={request.id} {...{ request, pictures }} />
      ))}
      <Questions {...{ version, answers }} />
    </div>
  );
}

type FileProps = { file: FileSheet; title: string; pictures: boolean };

function DeliveredFile({ file, title, pictures }: FileProps) {
  const { picture, previews, refusal, reason, findings, href } = file;
  return (
    <article className="delivered">
      {picture && (
        <a href={href}>
          <CoverImage {...picture} sizes="shelf" {...{ title, pictures }} />
        </a>
      )}
      <div className="stack tight">
        <h3>{file.name}</h3>
        <MetaLine>
          <Standing standing={file.standing} />
          {file.role}
          <span className="num">{file.size}</span>
        </MetaLine>
        {file.spec && <p className="meta">For {file.spec}</p>}
        {refusal && <p>{refusal}</p>}
        {reason && (
          <Notice title="Delivered all the same, because:">
            <Prose text={reason} />
          </Notice>
        )}
        <p className="row">
          <a href={href}>Download</a>
          {previews && pictures && <a href={previews}>As readers will see it</a>}
        </p>
        {findings.length > 0 && <Findings findings={findings} />}
      </div>
    </article>
  );
}

function Request({ request, pictures }: { request: RequestSheet; pictures: boolean }) {
  const { body, round, when } = request;
  return (
    <section className="panel stack" aria-label={`Changes requested: ${round}`}>
      <h3>Changes requested</h3>
      <p className="meta">
        {round}, {when}
      </p>
      {body && <Prose text={body} />}
      {request.pictures.map(({ id, name, picture, pins }) => (
        <div key={id} className="pins">
          {pictures && <Pinned {...{ picture, pins }} />}
          <div className="stack tight">
            <p className="meta">On {name}</p>
            {/* The numbers are those on the picture: a list of its own would count anew. */}
            <dl className="facts">
              {pins.map((pin) => (
                <div key={pin.id}>
                  <dt>Pin {pin.number}</dt>
                  <dd className="as-typed">{pin.body}</dd>
                </div>
              ))}
            </dl>
          </div>
        </div>
      ))}
    </section>
  );
}

function Questions({ version: { questions }, answers }: Pick<VersionProps, 'version' | 'answers'>) {
  if (questions.length === 0) return null;
  return (
    <section className="stack tight">
      <h3>Questions</h3>
      <ul className="stack">
        {questions.map(({ id, body, answer, asked, answered, href }) => (
          <li key={id} className="stack tight">
            <p className="meta">Asked {asked}</p>
            <Prose text={body} />
            {answered ? (
              <>
                <p className="meta">Answered {answered}</p>
                <Prose text={answer} />
              </>
            ) : (
              <>
                <p>
                  <StatusTag state="paused" label="Not answered yet; the clock stands still" />
                </p>
                {answers && <LinkButton href={href}>Answer</LinkButton>}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
