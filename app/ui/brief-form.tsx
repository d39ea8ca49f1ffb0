/** The brief form: five sections on one page, each of which can be saved on its own. */
import type { ReactNode } from 'react';
import { BRIEF_SECTIONS, errorTarget } from '#app/domain/briefs/rules.ts';
import type { SectionProps } from './brief-fields.ts';
import { BookSection } from './brief-sections/book.tsx';
import { MarketSection } from './brief-sections/market.tsx';
import { ProductionSection } from './brief-sections/production.tsx';
import { StorySection } from './brief-sections/story.tsx';
import { TermsSection } from './brief-sections/terms.tsx';
import { Actions, Button, LinkButton } from './buttons.tsx';
import { CompareTable, type Difference } from './compare.tsx';
import {
  ErrorSummary,
  Form,
  FormContents,
  FormSection,
  HiddenFields,
  type FormError,
  type SectionLink,
} from './form.tsx';
import { Notice } from './text.tsx';

export const BRIEF_FORM = 'brief';

type BriefFormProps = SectionProps & {
  formToken: string;
  /** The version this form was filled in from; null for a new brief. */
  version: number | null;
  /** A draft can be published; a brief that designers see already is only saved. */
  draft: boolean;
  contents: readonly SectionLink[];
  rush: string | null;
  /** Where "Leave without saving" leads. */
  leave: string;
};

const INTROS: Partial<Record<string, ReactNode>> = {
  production: 'The brief is the print specification: every file that is delivered is checked against it.',
  terms: 'What is settled here needs no asking later.',
};

/** Everything asked about a book's cover. Enter in any field saves, because the first button does. */
export function BriefForm(props: BriefFormProps) {
  const { action, formToken, version, draft, contents, leave } = props;
  return (
    <div className="with-aside before">
      <aside className="stack sticky">
        <FormContents sections={contents} />
        <Button form={BRIEF_FORM} name="then" value="save" kind="secondary">
          {draft ? 'Save draft' : 'Save changes'}
        </Button>
      </aside>
      <Form id={BRIEF_FORM} action={action}>
        <HiddenFields values={{ formToken, version: version === null ? null : String(version) }} />
        {BRIEF_SECTIONS.map(({ id, title }, at) => (
          <FormSection
            key={id}
            id={id}
            number={at + 1}
            title={title}
            intro={INTROS[id]}
            sections={BRIEF_SECTIONS}
          >
            {sectionOf(id, props)}
            <Actions>
              <SaveButtons next={BRIEF_SECTIONS[at + 1]} {...props} />
            </Actions>
          </FormSection>
        ))}
        <p>
          <LinkButton href={leave} kind="quiet">
            Leave without saving
          </LinkButton>
        </p>
        {draft && (
          <p className="hint">
            Only title, genre, one format and the day of the final files are needed to publish.
          </p>
        )}
      </Form>
    </div>
  );
}

function sectionOf(id: (typeof BRIEF_SECTIONS)[number]['id'], { rush, ...props }: BriefFormProps) {
  if (id === 'book') return <BookSection {...props} />;
  if (id === 'market') return <MarketSection {...props} />;
  if (id === 'story') return <StorySection {...props} />;
  if (id === 'production') return <ProductionSection {...props} />;
  return <TermsSection {...props} rush={rush} />;
}

type SaveProps = { next?: { id: string; title: string } | undefined; draft: boolean };

/** After a section: save and go on to the next. After the last one: everything that can be done with the whole. */
function SaveButtons({ next, draft }: SaveProps) {
  if (next)
    return (
      <Button kind="secondary" name="then" value={next.id}>
        Save and go on to {next.title.toLowerCase()}
      </Button>
    );
  return (
    <>
      {draft && (
        <Button name="then" value="publish">
          Save and publish
        </Button>
      )}
      <Button kind={draft ? 'secondary' : 'primary'} name="then" value="save">
        {draft ? 'Save draft' : 'Save changes'}
      </Button>
      <Button kind="secondary" name="then" value="references">
        Save and add reference images
      </Button>
    </>
  );
}

const FIELD_ORDER: string[] = BRIEF_SECTIONS.flatMap(({ fields }) => [...fields]);
const placeOf = (name: string) => FIELD_ORDER.indexOf(name.split('[')[0] ?? '');

type ErrorsProps = { errors: Readonly<Record<string, string[] | null>> | undefined };

/** What was refused, in the order of the form, each leading to its field. */
export function BriefErrors({ errors = {} }: ErrorsProps) {
  const list: FormError[] = Object.entries(errors)
    .sort(([a], [b]) => placeOf(a) - placeOf(b))
    .flatMap(([name, messages]) => (messages ?? []).map((message) => ({ id: errorTarget(name), message })));
  return <ErrorSummary errors={list} />;
}

type ConflictProps = { rows: readonly Difference[]; discard: string };

/** Somebody saved in between: what they said and what was typed here. Nothing typed is lost, nothing saved is overwritten unasked. */
export function BriefConflict({ rows, discard }: ConflictProps) {
  return (
    <div className="stack">
      <Notice title="This brief was saved in another window since you opened it">
        <p>
          Nothing of yours is saved yet, and everything you typed is still in the form below. Compare, change
          what you like, and save again: that puts your version over the other one.
        </p>
      </Notice>
      <CompareTable caption="Where the two differ" rows={rows} />
      <p>
        <a href={discard}>Discard what I typed and keep what was saved</a>
      </p>
    </div>
  );
}
