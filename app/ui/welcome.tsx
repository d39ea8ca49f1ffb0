/** The first steps of somebody new: what they are here for, then a profile by and by. */
import type { ReactNode } from 'react';
import { CHOOSABLE_ROLES, type ChoosableRole, type Role } from '#app/domain/people/rules.ts';
import type { ProfileStep } from '#app/domain/people/welcome.ts';
import { STUDIO_HINT } from './account.tsx';
import { Actions, Button, LinkButton } from './buttons.tsx';
import { RadioField } from './choices.tsx';
import { FormatsField, GenresField, HeadlineField, LocationField, TermsFields } from './designer-form.tsx';
import { TextField } from './fields.tsx';
import { ErrorSummary, Form, Hidden } from './form.tsx';
import { PageHead } from './layout.tsx';
import { fieldOf, problemsOf, type Answers } from './piece-fields.tsx';

const CHOICES: Record<ChoosableRole, { label: string; hint: string }> = {
  hiring_user: {
    label: 'I publish books',
    hint: 'For publishers, imprints and authors. You post briefs, openly or by invitation, and look for a designer. You have no portfolio.',
  },
  designer: {
    label: 'I design covers',
    hint: 'For designers and illustrators. You show your covers on a page of your own and read the open briefs. You post none yourself.',
  },
};

type RoleStepProps = { answers: Answers; formToken: string };

/** The one question that cannot wait, and the name, because a designer's address is made from it. */
export function RoleStep({ answers, formToken }: RoleStepProps) {
  return (
    <>
      <PageHead
        above={<p className="meta">Step 1 of 2, or of 3 for designers</p>}
        title="Welcome to Dustjacket"
        lede="Two answers, and you are in."
      />
      <ErrorSummary errors={problemsOf(answers)} />
      <Form>
        <Hidden name="formToken" value={formToken} />
        <TextField
          field={fieldOf(answers, 'name')}
          label="Your name"
          hint="As others will read it. The address of a designer’s page is made from it, and stays as it is when the name changes."
          autoComplete="name"
        />
        <RadioField
          field={fieldOf(answers, 'role')}
          label="What are you here for?"
          hint="You choose once. Afterwards only our staff can change it."
          options={CHOOSABLE_ROLES.map((value) => ({ value, ...CHOICES[value] }))}
        />
        <Actions>
          <Button>Continue</Button>
        </Actions>
      </Form>
    </>
  );
}

/** Instead of the choice, for whoever has made it. */
export const RoleChosen = ({ message, next }: { message: string; next: string }) => (
  <>
    <PageHead title="You have chosen already" lede={message} />
    <Actions>
      <LinkButton href={next} kind="primary">
        Go on
      </LinkButton>
    </Actions>
  </>
);

type Ask = {
  title: string;
  lede: string;
  /** What of a designer's profile it asks. */
  profile: readonly string[];
  fields: (props: { field: (name: string) => ReturnType<typeof fieldOf> }) => ReactNode;
};

const PUBLISHER_ABOUT: Ask = {
  title: 'Whom do you publish for?',
  lede: 'Your briefs are posted under this name. It can wait, and it can change.',
  profile: [],
  fields: ({ field }) => (
    <TextField
      field={field('organisation')}
      label="Publisher or imprint"
      hint="We put it into each new brief for you. Leave it empty if you publish under your own name."
      autoComplete="organization"
      optional
    />
  ),
};
const DESIGNER_ABOUT: Ask = {
  title: 'About you',
  lede: 'Your page says where you work, and publishers search by it. It can wait, and it can change.',
  profile: ['location'],
  fields: ({ field }) => (
    <>
      <LocationField field={field} />
      <TextField
        field={field('organisation')}
        label="Studio"
        hint={STUDIO_HINT}
        autoComplete="organization"
        optional
      />
    </>
  ),
};
const DESIGNER_WORK: Ask = {
  title: 'What work do you take on?',
  lede: 'Publishers narrow the list of designers down by these answers. They can wait, and they can change.',
  profile: ['headline', 'genres', 'formats', 'availability', 'priceBand'],
  fields: ({ field }) => (
    <>
      <HeadlineField field={field} />
      <GenresField field={field} />
      <FormatsField field={field} />
      <TermsFields field={field} />
    </>
  ),
};

/** How a profile step is put to somebody of that role. */
export function askOf(step: ProfileStep, role: Role): Ask {
  if (step === 'work') return DESIGNER_WORK;
  return role === 'designer' ? DESIGNER_ABOUT : PUBLISHER_ABOUT;
}

type ProfileStepProps = {
  ask: Ask;
  answers: Answers;
  /** Of the designer's profile, when there is one. */
  version: number;
  formToken: string;
  last: boolean;
  /** Where "Stop here for now" leads: the step waits. */
  later: string;
};

/** The form of a profile step: answer it, pass over it, or leave it for another day. */
export function ProfileStepForm({ ask, answers, version, formToken, last, later }: ProfileStepProps) {
  return (
    <>
      <ErrorSummary errors={problemsOf(answers)} />
      <Form>
        <Hidden name="formToken" value={formToken} />
        <Hidden name="version" value={String(version)} />
        {ask.fields({ field: (name) => fieldOf(answers, name) })}
        <Actions>
          <Button>{last ? 'Save and finish' : 'Save and go on'}</Button>
          <Button kind="secondary" name="then" value="skip">
            Go on without this
          </Button>
          <LinkButton href={later} kind="quiet">
            Stop here for now
          </LinkButton>
        </Actions>
      </Form>
    </>
  );
}
