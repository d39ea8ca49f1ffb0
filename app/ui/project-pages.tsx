/** Changes the page count of a book: first the new size beside the old, then the change. */
import type { PagesPreview } from '#app/domain/projects/pages.ts';
import { Actions, Button, LinkButton } from './buttons.tsx';
import { Checkbox, RadioField } from './choices.tsx';
import { CompareTable } from './compare.tsx';
import { TextField, type Option } from './fields.tsx';
import { ErrorSummary, Form, Hidden, HiddenFields } from './form.tsx';
import { PageHead } from './layout.tsx';
import { Breadcrumb, projectPath } from './navigation.tsx';
import { fieldOf, problemsOf, type Answers } from './piece-fields.tsx';
import { EmptyState } from './text.tsx';

type PagesProps = {
  id: string;
  title: string;
  formats: readonly Option[];
  asksSpine: boolean;
  answers: Answers;
  preview: PagesPreview | null;
  version: number;
  /** How often the wrap was made out of date before. */
  resized: number;
  formToken: string;
};

export function PagesPage({ id, title, formats, asksSpine, answers, preview, ...rest }: PagesProps) {
  const project = `/projects/${id}`;
  return (
    <div className="narrow stack">
      <PageHead
        above={<Breadcrumb items={projectPath(title, project, { label: 'Page count' })} />}
        title="Change the page count"
        lede="The spine follows from it, and with the spine the size of the whole wrap."
      />
      <ErrorSummary errors={problemsOf(answers)} />
      {formats.length === 0 ? (
        <EmptyState
          title="Nothing here has pages"
          text="None of the formats of this project is bound by a printer whose sizes we know."
        />
      ) : (
        <Look {...{ formats, asksSpine, answers }} action={`${project}/pages`} />
      )}
      {preview && <Preview {...{ preview, answers, project }} {...rest} />}
    </div>
  );
}

type LookProps = Pick<PagesProps, 'formats' | 'asksSpine' | 'answers'> & { action: string };

/** Asks only: nothing is changed by it. */
function Look({ formats, asksSpine, answers, action }: LookProps) {
  const field = (name: string) => fieldOf(answers, name);
  return (
    <Form method="get" action={action}>
      {formats.length > 1 ? (
        <RadioField field={field('format')} label="Format" options={formats} />
      ) : (
        <Hidden name="format" value={formats[0]?.value ?? ''} />
      )}
      <TextField field={field('pages')} label="Pages" inputMode="numeric" width="short" />
      {asksSpine && (
        <TextField
          field={field('spine')}
          label="Spine width in millimetres"
          hint="For printers who publish none; it does not follow the pages by itself."
          inputMode="decimal"
          width="short"
          optional
        />
      )}
      <Checkbox field={field('pagesFinal')} label="The page count is final" />
      <Actions>
        <Button kind="secondary">Show the new size</Button>
      </Actions>
    </Form>
  );
}

type PreviewProps = Pick<PagesProps, 'answers' | 'version' | 'resized' | 'formToken'> & {
  preview: PagesPreview;
  project: string;
};

function Preview({ preview, answers, version, resized, formToken, project }: PreviewProps) {
  const { changes, was, is, stale } = preview;
  if (!changes) return <p>The page count is so already: there is nothing to change.</p>;
  const said = Object.fromEntries(
    ['format', 'pages', 'spine', 'pagesFinal'].map((name) => [name, fieldOf(answers, name).value || null]),
  );
  return (
    <section className="stack" aria-labelledby="preview">
      <h2 id="preview">What that comes to</h2>
      <CompareTable
        caption="The print specification"
        theirs="Was"
        yours="Will be"
        rows={[{ field: 'Size', theirs: was, yours: is }]}
      />
      {stale.length > 0 ? (
        <p>
          {stale.join(' and ')} will be out of date: the designer delivers again, to the new size, and that is
          no round of changes. {resized > 0 && `It will be time ${resized + 1}. `}
          More work may be worth an <a href={`${project}/amendments/new`}>amendment</a>.
        </p>
      ) : (
        <p>Nothing that was delivered goes out of date by it.</p>
      )}
      <Form action={`${project}/pages`}>
        <HiddenFields values={{ ...said, version: String(version), formToken }} />
        <Actions>
          <Button>Change the page count</Button>
          <LinkButton href={project} kind="quiet">
            Go back
          </LinkButton>
        </Actions>
      </Form>
    </section>
  );
}
