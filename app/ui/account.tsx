/** One's own account: what one is called, where one's clock hangs, and the browsers one is signed in on. */
import type { ZoneOption } from '#app/domain/people/time-zones.ts';
import { Actions, Button, PostButton } from './buttons.tsx';
import { SelectField, TextField } from './fields.tsx';
import { ErrorSummary, Form, Hidden } from './form.tsx';
import { fieldOf, problemsOf, type Answers } from './piece-fields.tsx';
import { StatusTag } from './status.tsx';

type FormProps = {
  answers: Answers;
  formToken: string;
  zones: readonly ZoneOption[];
  /** What time it is for them, in words. */
  clock: string;
  /** Is this a designer, whom others know by a profile? */
  designs: boolean;
};

/** What a designer's organisation is: the first steps ask for it in these words too. */
export const STUDIO_HINT = 'If you work under a name besides your own. It is not shown on your page.';

/** Name, organisation and time zone. */
export function AccountForm({ answers, formToken, zones, clock, designs }: FormProps) {
  return (
    <Form>
      <Hidden name="formToken" value={formToken} />
      <TextField
        field={fieldOf(answers, 'name')}
        label="Name"
        hint={`What we call you, and what those you work with read.${designs ? ' Your public profile has a name of its own.' : ''}`}
        autoComplete="name"
      />
      <TextField
        field={fieldOf(answers, 'organisation')}
        label={designs ? 'Studio' : 'Publisher or imprint'}
        hint={designs ? STUDIO_HINT : 'New briefs begin with it.'}
        autoComplete="organization"
        optional
      />
      <SelectField
        field={fieldOf(answers, 'timeZone')}
        label="Time zone"
        hint={`We take it to be ${clock} where you are. If your city is missing, choose one that keeps the same time.`}
        options={zones}
      />
      <Actions>
        <Button>Save</Button>
      </Actions>
    </Form>
  );
}

/** What stands in the way of a refused form. */
export const AccountProblems = ({ answers }: { answers: Answers }) => (
  <ErrorSummary errors={problemsOf(answers)} />
);

export type Device = {
  id: string;
  name: string;
  /** The browser that shows this page. */
  current: boolean;
  seen: string;
  signedIn: string;
  formToken: string;
};

/** Browsers, each but this one with the button that signs it out. */
export function DeviceList({ devices }: { devices: readonly Device[] }) {
  return (
    <ul>
      {devices.map(({ id, name, current, seen, signedIn, formToken }) => (
        <li key={id} className="entry">
          <div className="row spread">
            <div>
              <h3>{name}</h3>
              <p className="meta">
                {current ? <StatusTag state="now" label="This browser" /> : `Last seen ${seen}`}, signed in on{' '}
                {signedIn}
              </p>
            </div>
            {!current && (
              <PostButton action={`/account/sessions/${id}/end`} hidden={{ formToken }}>
                Sign out<span className="vh">: {name}</span>
              </PostButton>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
