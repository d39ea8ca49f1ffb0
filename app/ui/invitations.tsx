/** Invitations: whom a publisher may invite and has invited, what a designer was invited to, and the word of it on the brief. */
import type { ReactNode } from 'react';
import { LONGEST_NOTE, LONGEST_REASON } from '#app/domain/invitations/rules.ts';
import { BriefRow, type BriefSummary } from './briefs.tsx';
import { Actions, Button, ConfirmBox, LinkButton, PostButton } from './buttons.tsx';
import { DesignerCard, type DesignerSummary } from './designers.tsx';
import { TextArea } from './fields.tsx';
import { Form, Hidden } from './form.tsx';
import { fieldOf, type Answers } from './piece-fields.tsx';
import { StatusTag } from './status.tsx';
import { MetaLine, Notice, Prose } from './text.tsx';

export type State = { state: string; label: string };

/** What somebody wrote with an invitation, or its answer; nothing when they wrote nothing. */
const Words = ({ text }: { text: string }) => (text ? <Prose text={text} /> : null);

/** Why this one is shown: "your genres: Horror; posted lately". */
export const Reasons = ({ list }: { list: readonly string[] }) =>
  list.length > 0 && <p className="meta">Why: {list.join('; ')}</p>;

export type Candidate = {
  designer: DesignerSummary;
  reasons: readonly string[];
  /** Where they can be invited; null when they have been. */
  invite: string | null;
  state: State | null;
};

/** Designers to invite, each with why, and with how it stands with them already. */
export function Candidates({ list, pictures }: { list: readonly Candidate[]; pictures: boolean }) {
  return (
    <ul className="cards">
      {list.map(({ designer, reasons, invite, state }) => (
        <DesignerCard key={designer.href} designer={designer} pictures={pictures}>
          <Reasons list={reasons} />
          {state && <StatusTag {...state} />}
          {invite && (
            <p>
              <a href={invite}>
                Invite<span className="vh"> {designer.name}</span>
              </a>
            </p>
          )}
        </DesignerCard>
      ))}
    </ul>
  );
}

export type SentInvitation = {
  name: string;
  href: string;
  state: State;
  sent: string;
  note: string;
  reason: string;
  /** Takes it back; null when that cannot be done any more. */
  withdraw: { action: string; formToken: string } | null;
};

/** Who was invited, last first, with their answers. */
export function SentInvitations({ list }: { list: readonly SentInvitation[] }) {
  return (
    <ol className="entries">
      {list.map(({ name, href, state, sent, note, reason, withdraw }) => (
        <li key={href} className="entry">
          <div className="stack tight">
            <h3>
              <a href={href}>{name}</a>
            </h3>
            <MetaLine>
              <StatusTag {...state} />
              {`Invited ${sent}`}
            </MetaLine>
            <Words text={note} />
            {reason && (
              <>
                <p className="strong">Their answer</p>
                <Prose text={reason} />
              </>
            )}
          </div>
          {withdraw && (
            <div>
              <PostButton action={withdraw.action} kind="quiet" hidden={{ formToken: withdraw.formToken }}>
                Take back
                <span className="vh"> the invitation of {name}</span>
              </PostButton>
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

type NoteProps = { action: string; name: string; answers: Answers; formToken: string; cancel: string };

/** The note that goes with an invitation. */
export function InvitationForm({ action, name, answers, formToken, cancel }: NoteProps) {
  return (
    <Form action={action}>
      <Hidden name="formToken" value={formToken} />
      <TextArea
        field={fieldOf(answers, 'note')}
        label={`A note to ${name}`}
        hint="What of their work made you think of this book? They read the brief itself in any case."
        optional
        max={LONGEST_NOTE}
      />
      <Actions>
        <Button>Send the invitation</Button>
        <LinkButton href={cancel} kind="quiet">
          Go back
        </LinkButton>
      </Actions>
    </Form>
  );
}

export type Received = {
  id: string;
  title: string;
  publisher: string;
  sent: string;
  note: string;
  state: State;
  /** Null when it is not to be read any more. */
  brief: BriefSummary | null;
  open: boolean;
};

/** What a designer was invited to, last first. */
export function ReceivedInvitations({ list }: { list: readonly Received[] }) {
  return (
    <ol className="entries">
      {list.map(({ brief, ...invitation }) =>
        brief ? (
          <BriefRow key={invitation.id} brief={brief}>
            <Asked invitation={invitation} />
          </BriefRow>
        ) : (
          <li key={invitation.id} className="entry">
            <div className="stack tight">
              <h3>{invitation.title}</h3>
              <Asked invitation={invitation} />
            </div>
          </li>
        ),
      )}
    </ol>
  );
}

type AskedProps = { invitation: Omit<Received, 'brief'>; here?: boolean };

/** Who asks, when, and in which words; `here` is the page of the brief itself. */
function Asked({ invitation, here = false }: AskedProps) {
  const { id, title, publisher, sent, note, state, open } = invitation;
  return (
    <>
      <MetaLine>
        {!open && <StatusTag {...state} />}
        {`${publisher} invited you on ${sent}`}
      </MetaLine>
      <Words text={note} />
      {open && (
        <p className="links">
          {!here && (
            <a href={`/briefs/${id}`}>
              Read the brief<span className="vh"> of {title}</span>
            </a>
          )}
          <a href={`/invitations/${id}/decline`}>
            Decline<span className="vh"> {title}</span>
          </a>
        </p>
      )}
    </>
  );
}

type DeclineProps = { question: string; text: string; action: string; answers: Answers; formToken: string };

/** Asks before an invitation is declined; a reason may be given. */
export const DeclineForm = ({ question, text, action, answers, formToken }: DeclineProps) => (
  <ConfirmBox
    {...{ title: question, text, action, hidden: { formToken } }}
    confirm="Decline"
    cancel="/invitations"
  >
    <TextArea
      field={fieldOf(answers, 'reason')}
      label="Your reason"
      hint="The publisher reads it. A word is enough: no time, not my genre, the budget."
      optional
      rows={3}
      max={LONGEST_REASON}
    />
  </ConfirmBox>
);

/** On the brief, for whoever was invited to it. */
export const InvitationNotice = ({ invitation }: { invitation: Omit<Received, 'brief'> }): ReactNode => (
  <Notice title="You are invited">
    <Asked invitation={invitation} here />
  </Notice>
);

type PanelProps = {
  /** Where they are invited, and all invitations are. */
  href: string;
  /** Whether anybody can be invited now. */
  open: boolean;
  invited: readonly { name: string; href: string; state: State }[];
};

/** On the brief, for its publisher: who was invited, and the way to invite others. */
export const InvitePanel = ({ href, open, invited }: PanelProps) => (
  <section className="stack tight no-print">
    <div className="section-head">
      <h2>Invitations</h2>
      <a href={href}>{open ? 'Invite designers' : 'All invitations'}</a>
    </div>
    {invited.length > 0 ? (
      <ul>
        {invited.map((one) => (
          <li key={one.href} className="row">
            <a href={one.href}>{one.name}</a> <StatusTag {...one.state} />
          </li>
        ))}
      </ul>
    ) : (
      <p className="soft">Nobody is invited yet. You can ask designers who suit this brief to look at it.</p>
    )}
  </section>
);
