/** From the answers of a form, saved or just refused, to the fields that show them again. */
import type { FieldState } from './fields.tsx';
import type { FormError } from './form.tsx';

export type Answers = {
  /** By field; anything that is not text or a list of texts is shown as nothing. */
  values: Readonly<Record<string, unknown>>;
  errors?: Readonly<Record<string, readonly string[] | null>> | undefined;
};

/** The state of one field; its name is its id. */
export function fieldOf({ values, errors }: Answers, name: string): FieldState {
  const value = values[name];
  const texts = (Array.isArray(value) ? value : [value]).filter((text) => typeof text === 'string');
  return { id: name, name, value: texts[0], values: texts, errors: [...(errors?.[name] ?? [])] };
}

/** Everything that was refused, for the summary. An item of a list ("styles[0]") leads to its list. */
export const problemsOf = ({ errors = {} }: Answers): FormError[] =>
  Object.entries(errors).flatMap(([name, messages]) =>
    (messages ?? []).map((message) => ({ id: name.split(/[[.]/)[0] ?? name, message })),
  );

/** The answers of a refused form, as `invalid` sent them back. */
export const refusedAnswers = (result: {
  initialValue?: Record<string, unknown> | null | undefined;
  error?: Record<string, string[] | null> | undefined;
}): Answers => ({ values: result.initialValue ?? {}, errors: result.error });
