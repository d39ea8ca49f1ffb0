/**
 * Form fields, after GOV.UK: a label, a hint, an error, one control, wired by ids. The server alone validates;
 * a refused form comes back with every value. `id` is the id of the control, so that a summary can link to it.
 */
import type { ReactNode } from 'react';

export type FieldState = {
  id: string;
  name: string;
  value?: string | undefined;
  values?: string[] | undefined;
  errors?: string[] | undefined;
};
export type Option = { value: string; label: string; hint?: string | undefined };

export type FieldProps = {
  field: FieldState;
  label: string;
  hint?: ReactNode;
  /** Marks the label; fields are required unless they say so. */
  optional?: boolean | undefined;
};

export const hintId = (id: string) => `${id}-hint`;
export const errorId = (id: string) => `${id}-error`;
export const hasErrors = (field: FieldState) => (field.errors?.length ?? 0) > 0;

/** What `aria-describedby` of a control says: its hint, then its error. */
export function describedBy(field: FieldState, hint: ReactNode): string | undefined {
  const ids = [hint && hintId(field.id), hasErrors(field) && errorId(field.id)].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** The attributes every control shares: id, name, description and whether it was refused. */
export const controlOf = (field: FieldState, hint: ReactNode) => ({
  id: field.id,
  name: field.name,
  'aria-describedby': describedBy(field, hint),
  'aria-invalid': hasErrors(field) ? ('true' as const) : undefined,
});

/** The word "optional" after a label. */
export const Optional = () => <span className="optional"> (optional)</span>;

/** Hint and errors of a field, in the order a reader needs them: first how, then what went wrong. */
export function HintAndError({ field, hint }: { field: FieldState; hint?: ReactNode }) {
  return (
    <>
      {hint && (
        <p className="hint" id={hintId(field.id)}>
          {hint}
        </p>
      )}
      {hasErrors(field) && (
        <p className="error" id={errorId(field.id)}>
          <span className="vh">Error: </span>
          {field.errors?.join('. ')}
        </p>
      )}
    </>
  );
}

/** Label, hint and error around a control of one's own; give the control `controlOf(field, hint)`. */
export function Field({ field, label, hint, optional, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className={hasErrors(field) ? 'field bad' : 'field'}>
      <label htmlFor={field.id}>
        {label}
        {optional && <Optional />}
      </label>
      <HintAndError field={field} hint={hint} />
      {children}
    </div>
  );
}

type TextProps = FieldProps & {
  type?: 'text' | 'email' | 'url' | 'tel' | 'search' | undefined;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'url' | 'tel' | undefined;
  autoComplete?: string | undefined;
  /** How wide the answer is: a number or date is short. */
  width?: 'short' | 'full' | undefined;
  spellCheck?: boolean | undefined;
};

/** One line of text. */
export function TextField({ field, label, hint, optional, type = 'text', width, ...attributes }: TextProps) {
  return (
    <Field field={field} label={label} hint={hint} optional={optional}>
      <input
        type={type}
        className={width === 'short' ? 'short' : undefined}
        defaultValue={field.value}
        {...controlOf(field, hint)}
        {...attributes}
      />
    </Field>
  );
}

/** Several lines of text. `max` is told in the hint and never enforced by cutting off what is typed or pasted. */
export function TextArea(props: FieldProps & { rows?: number | undefined; max?: number | undefined }) {
  const { field, label, hint, optional, rows = 5, max } = props;
  const limit = max === undefined ? null : `Up to ${max.toLocaleString('en-GB')} characters.`;
  const said =
    hint && limit ? (
      <>
        {hint} {limit}
      </>
    ) : (
      (hint ?? limit)
    );
  return (
    <Field field={field} label={label} hint={said} optional={optional}>
      <textarea rows={rows} defaultValue={field.value} {...controlOf(field, said)} />
    </Field>
  );
}

type SelectProps = FieldProps & {
  /** Those that name the same group stand together under its name. */
  options: readonly (Option & { group?: string | undefined })[];
  /** The first, empty choice, such as "Choose a genre"; leave out when there is always a value. */
  empty?: string | undefined;
  width?: 'short' | 'full' | undefined;
};

const Options = ({ options }: { options: readonly Option[] }) =>
  options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));

/** One of a list that is too long for radio buttons. */
export function SelectField({ field, label, hint, optional, options, empty, width }: SelectProps) {
  const groups = [...new Set(options.map(({ group }) => group))];
  const members = (name: string | undefined) => options.filter(({ group }) => group === name);
  return (
    <Field field={field} label={label} hint={hint} optional={optional}>
      <select
        className={width === 'short' ? 'short' : undefined}
        defaultValue={field.value ?? (empty === undefined ? undefined : '')}
        {...controlOf(field, hint)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {groups.map((group) =>
          group === undefined ? (
            <Options key="" options={members(group)} />
          ) : (
            <optgroup key={group} label={group}>
              <Options options={members(group)} />
            </optgroup>
          ),
        )}
      </select>
    </Field>
  );
}

/** A day, as the browser's own date field; the value is `YYYY-MM-DD`. */
export function DateField({ field, label, hint, optional }: FieldProps) {
  return (
    <Field field={field} label={label} hint={hint} optional={optional}>
      <input type="date" defaultValue={field.value} {...controlOf(field, hint)} />
    </Field>
  );
}

type MoneyProps = {
  amount: FieldState;
  currency: FieldState;
  currencies: readonly Option[];
  label: string;
  hint?: ReactNode;
  optional?: boolean | undefined;
};

/** An amount and its currency, as one question. Errors of either stand above both. */
export function MoneyField({ amount, currency, currencies, label, hint, optional }: MoneyProps) {
  const refused = hasErrors(amount) || hasErrors(currency);
  return (
    <fieldset className={refused ? 'field bad' : 'field'}>
      <legend>
        {label}
        {optional && <Optional />}
      </legend>
      <HintAndError field={amount} hint={hint} />
      <HintAndError field={currency} />
      <div className="money">
        <label className="vh" htmlFor={amount.id}>
          Amount
        </label>
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={amount.value}
          {...controlOf(amount, hint)}
        />
        <label className="vh" htmlFor={currency.id}>
          Currency
        </label>
        <select defaultValue={currency.value} {...controlOf(currency, undefined)}>
          {currencies.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
    </fieldset>
  );
}

export type KeptFile = { name: string; detail?: string | undefined; href?: string | undefined };
type FileProps = FieldProps & {
  /** As the `accept` attribute takes it: ".jpg,.png,image/tiff". */
  accept: string;
  multiple?: boolean | undefined;
  /** A file that was stored already and stays unless another is chosen. */
  kept?: KeptFile | undefined;
};

/** A file to upload; say the types and limits in the hint. A browser empties it on every page, so say what is kept. */
export function FileField({ field, label, hint, optional, accept, multiple, kept }: FileProps) {
  return (
    <Field field={field} label={label} hint={hint} optional={optional}>
      {kept && (
        <p className="kept">
          <span className="tag is-tick">Kept</span>{' '}
          {kept.href ? <a href={kept.href}>{kept.name}</a> : kept.name}
          {kept.detail && <span className="meta"> {kept.detail}</span>}
        </p>
      )}
      <input type="file" accept={accept} multiple={multiple} {...controlOf(field, hint)} />
    </Field>
  );
}
