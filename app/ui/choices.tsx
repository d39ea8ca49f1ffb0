/**
 * Questions answered by choosing: radio buttons and checkboxes, with the question as a legend. A space after each keeps it
 * apart from the next where there is no style.
 */
import {
  describedBy,
  hasErrors,
  hintId,
  HintAndError,
  Optional,
  type FieldProps,
  type Option,
} from './fields.tsx';

type ChoicesProps = FieldProps & {
  options: readonly Option[];
  /** Sets short options in columns where there is room. */
  columns?: boolean | undefined;
};

/** The first choice carries the id of the field, so that the error summary leads to it. */
const choiceId = (id: string, at: number) => (at === 0 ? id : `${id}-${at + 1}`);

function Choices({
  field,
  label,
  hint,
  optional,
  options,
  columns,
  type,
  chosen,
}: ChoicesProps & ChoiceKind) {
  return (
    <fieldset
      className={hasErrors(field) ? 'field bad' : 'field'}
      aria-describedby={describedBy(field, hint)}
    >
      <legend>
        {label}
        {optional && <Optional />}
      </legend>
      <HintAndError field={field} hint={hint} />
      <div className={columns ? 'choices columns' : 'choices'}>
        {options.map((option, at) => {
          const id = choiceId(field.id, at);
          return (
            <label key={option.value} className="choice">
              <input
                type={type}
                id={id}
                name={field.name}
                value={option.value}
                defaultChecked={chosen.includes(option.value)}
              />
              <span>
                {`${option.label} `}
                {option.hint && <span className="hint">{`${option.hint} `}</span>}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
type ChoiceKind = { type: 'radio' | 'checkbox'; chosen: readonly string[] };

/** One of a few. `field.value` is chosen. */
export function RadioField(props: ChoicesProps) {
  return (
    <Choices {...props} type="radio" chosen={props.field.value === undefined ? [] : [props.field.value]} />
  );
}

/** Any of a list. `field.values` are chosen. */
export function CheckboxesField(props: ChoicesProps) {
  return <Choices {...props} type="checkbox" chosen={props.field.values ?? []} />;
}

/** One yes-or-no. Ticked when `field.value` is the value it sends. */
export function Checkbox({ field, label, hint, value = 'on' }: FieldProps & { value?: string | undefined }) {
  const refused = hasErrors(field);
  return (
    <div className={refused ? 'field bad' : 'field'}>
      <HintAndError field={refused ? field : { ...field, errors: [] }} />
      <label className="choice">
        <input
          type="checkbox"
          id={field.id}
          name={field.name}
          value={value}
          defaultChecked={field.value === value}
          aria-describedby={describedBy(field, hint)}
          aria-invalid={refused ? 'true' : undefined}
        />
        <span>
          {`${label} `}
          {hint && (
            <span className="hint" id={hintId(field.id)}>
              {hint}
            </span>
          )}
        </span>
      </label>
    </div>
  );
}
