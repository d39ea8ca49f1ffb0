/** The forms of staff on the page of a person: one for each thing that can be done now. */
import type { StaffAct } from '#app/domain/people/staff.ts';
import { Actions, Button, type ButtonKind } from './buttons.tsx';
import { RadioField } from './choices.tsx';
import { TextArea, type Option } from './fields.tsx';
import { Form, HiddenFields } from './form.tsx';
import type { Answers } from './piece-fields.tsx';
import { fieldOf } from './piece-fields.tsx';

type Words = { title: string; text: string; label: string; hint: string; button: string; kind: ButtonKind };

const WORDS: Record<StaffAct, Words> = {
  change_role: {
    title: 'Change the role',
    text: 'Counts from their next click. A profile and its covers are public while somebody is a designer; a designer’s own open briefs are paused.',
    label: 'Reason',
    hint: 'For the log, which staff read.',
    button: 'Change role',
    kind: 'secondary',
  },
  suspend: {
    title: 'Suspend',
    text: 'Signs them out everywhere, hides their profile and covers, and pauses their open briefs.',
    label: 'Reason, which this person will read',
    hint: 'Shown to them when they try to sign in. Kept in the log.',
    button: 'Suspend',
    kind: 'danger',
  },
  reinstate: {
    title: 'Reinstate',
    text: 'Lets them sign in again and shows their covers. Paused briefs are theirs to reopen.',
    label: 'Reason',
    hint: 'For the log, which staff read.',
    button: 'Reinstate',
    kind: 'secondary',
  },
};

export type OfferedAct = { act: StaffAct; formToken: string };
type StaffFormsProps = {
  acts: readonly OfferedAct[];
  /** How the person stands, for the form to say what it was opened with. */
  was: string;
  roles: readonly Option[];
  /** What was refused, of one of the forms. */
  answers: Answers;
};

/** The id of a field: there are several of a name on the page. */
export const staffFieldId = (act: unknown, name: string) => `${String(act)}-${name}`;

export function StaffForms({ acts, was, roles, answers }: StaffFormsProps) {
  return (
    <div className="pair top">
      {acts.map(({ act, formToken }) => {
        const { title, text, label, hint, button, kind } = WORDS[act];
        const own = answers.values['act'] === act ? answers : { values: {} };
        const field = (name: string) => ({ ...fieldOf(own, name), id: staffFieldId(act, name) });
        return (
          <section key={act} className="stack" aria-labelledby={act}>
            <div className="stack tight">
              <h3 id={act}>{title}</h3>
              <p className="small">{text}</p>
            </div>
            <Form>
              <HiddenFields values={{ act, was, formToken }} />
              {act === 'change_role' && <RadioField field={field('role')} label="New role" options={roles} />}
              <TextArea field={field('reason')} label={label} hint={hint} rows={3} />
              <Actions>
                <Button kind={kind}>{button}</Button>
              </Actions>
            </Form>
          </section>
        );
      })}
    </div>
  );
}
