/** The draft of a delivery: its files, what each of them is, and why one is delivered that does not pass. */
import type { DraftProblem } from '#app/domain/deliveries/delivery.ts';
import { controlId, DECLARED, DECLARED_FIELDS, LONGEST, ROLES } from '#app/domain/deliveries/rules.ts';
import type { FileSheet } from '#app/domain/deliveries/sheet.ts';
import { FILE_ENDINGS, FILE_HINT } from '#app/domain/files/rules.ts';
import { Actions, Button, LinkButton } from './buttons.tsx';
import { Checkbox } from './choices.tsx';
import { CoverImage } from './covers.tsx';
import { Standing } from './delivery.tsx';
import { FileField, hasErrors, SelectField, TextArea, type FieldState, type Option } from './fields.tsx';
import { Findings } from './findings.tsx';
import { Form, Hidden } from './form.tsx';
import { MetaLine } from './text.tsx';

export type DraftEntry = FileSheet & { needsReason: boolean };
type FormProps = {
  action: string;
  /** Where the page of the milestone is. */
  here: string;
  formToken: string;
  files: readonly DraftEntry[];
  specs: readonly Option[];
  /** Whether somebody declares what they hand over. */
  declares: boolean;
  /** By the names of the fields: as saved, or as typed. */
  values: Readonly<Record<string, string>>;
  problems: readonly DraftProblem[];
  title: string;
  pictures: boolean;
};

const roleOptions = (seen: boolean): Option[] =>
  Object.entries(ROLES)
    .filter(([value]) => seen || value !== 'cover')
    .map(([value, label]) => ({ value, label }));

export function DeliveryForm(props: FormProps) {
  const { action, here, formToken, files, declares, values, problems } = props;
  const field = (name: string): FieldState => ({
    ...{ id: controlId(name), name, value: values[name] ?? '' },
    errors: problems.filter((one) => one.field === name).map(({ message }) => message),
  });
  const isChecking = files.some(({ standing }) => standing.state === 'checking');
  return (
    <Form action={action} enter={{ name: 'do', value: 'save' }}>
      <Hidden name="formToken" value={formToken} />
      <ul className="stack" id="files">
        {files.map((file, at) => (
          <li key={file.id}>
            <FileEntry {...props} {...{ file, at, field }} />
          </li>
        ))}
      </ul>
      {isChecking && (
        <p>
          Files are being checked; that takes seconds, for large ones a minute. Save what you typed, or{' '}
          <a href={action}>look again</a>.
        </p>
      )}
      <TextArea
        field={field('note')}
        label="A word with it"
        hint="What is new in this version, and what you would like to hear about."
        max={LONGEST.note}
        optional
      />
      {declares && <Declaration field={field} />}
      <Actions>
        <Button name="do" value="deliver">
          Deliver
        </Button>
        <Button name="do" value="save" kind="secondary">
          Save
        </Button>
        <LinkButton href={here} kind="quiet">
          Back
        </LinkButton>
      </Actions>
    </Form>
  );
}

type EntryProps = FormProps & { file: DraftEntry; at: number; field: (name: string) => FieldState };

function FileEntry({ file, at, field, specs, title, pictures }: EntryProps) {
  const { name, picture, findings, refusal, seen, id } = file;
  const of = (part: string) => field(`files[${at}].${part}`);
  const reason = of('reason');
  const explains = file.needsReason || reason.value !== '' || hasErrors(reason);
  return (
    <fieldset className="delivered">
      <legend>{name}</legend>
      <Hidden name={`files[${at}].id`} value={id} />
      {picture && <CoverImage {...picture} sizes="thumb" {...{ title, pictures }} />}
      <div className="fields">
        <MetaLine>
          <Standing standing={file.standing} />
          <span className="num">{file.size}</span>
        </MetaLine>
        {refusal && <p>{refusal}</p>}
        {findings.length > 0 && <Findings findings={findings} />}
        <SelectField field={of('role')} label="What it is" options={roleOptions(seen)} />
        {seen && (
          <SelectField
            field={of('specId')}
            label="For which format, if it is a cover"
            options={specs}
            empty="None: look at it, and hold it against nothing"
          />
        )}
        {explains && (
          <TextArea
            field={reason}
            label="Why it is delivered all the same"
            hint="The publisher reads this beside what was found."
            rows={3}
            max={LONGEST.reason}
          />
        )}
        <Actions>
          <Button name="do" value={`remove:${id}`} kind="quiet">
            Remove {name}
          </Button>
        </Actions>
      </div>
    </fieldset>
  );
}

const DECLARED_LABELS = { fonts: 'Fonts', stock: 'Stock', ai: 'AI', credit: 'Credit line' } as const;

const Declaration = ({ field }: { field: (name: string) => FieldState }) => (
  <section className="fields" aria-labelledby="declared">
    <h2 id="declared">What you declare</h2>
    {DECLARED_FIELDS.map((name) => (
      <TextArea
        key={name}
        field={field(name)}
        label={DECLARED_LABELS[name]}
        hint={`${DECLARED[name]}.`}
        rows={3}
        max={LONGEST.declared}
      />
    ))}
    <Checkbox field={field('isConfirmed')} label="This is complete and true" />
  </section>
);

type AddProps = { action: string; formToken: string; problem?: string | null | undefined };

/** The step that takes files; a browser empties a file field whenever a page is shown, so it is a form of its own. */
export function AddFilesForm({ action, formToken, problem }: AddProps) {
  return (
    <Form action={action} upload>
      {/* Before the files: whoever reads the stream knows the form before their bytes. */}
      <Hidden name="formToken" value={formToken} />
      <FileField
        field={{ id: 'add', name: 'files', errors: problem ? [problem] : [] }}
        label="Add files"
        hint={FILE_HINT}
        accept={FILE_ENDINGS}
        multiple
      />
      <Actions>
        <Button kind="secondary">Add them</Button>
      </Actions>
    </Form>
  );
}
