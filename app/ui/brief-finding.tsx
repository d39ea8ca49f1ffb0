/** On the page of a brief: for a designer an invitation and the button to save it, for its publisher who was invited. */
import type { Concern } from '#app/domain/invitations/invitation.ts';
import { INVITATION_STATES, invitationMovesFor, mayInvite } from '#app/domain/invitations/rules.ts';
import type { BriefState } from '#app/domain/briefs/rules.ts';
import { Actions } from './buttons.tsx';
import { InvitationNotice, InvitePanel } from './invitations.tsx';
import { briefSaving, SaveButton } from './saves.tsx';

type Standing = { id: string; state: BriefState; finalOn: string | null; today: string };
type Told = { date: (value: Date) => string; formToken: string };

/** What the panel shows, from what the reader and the brief have to do with each other. */
export function findingOf(concern: Concern, { id, today, ...standing }: Standing, { date, formToken }: Told) {
  if (concern.side === 'publisher') {
    const invited = concern.invitations.map(({ designer, slug, state }) => ({
      ...{ name: designer, href: `/designers/${slug}`, state: { state, label: INVITATION_STATES[state] } },
    }));
    return {
      side: 'publisher' as const,
      invited,
      open: mayInvite(standing, today),
      href: `/briefs/${id}/invite`,
    };
  }
  const { saved, invitation } = concern;
  return {
    side: 'designer' as const,
    saving: briefSaving(id, { saved, formToken }),
    invitation: invitation && {
      ...{ id, title: invitation.title, publisher: invitation.publisher, note: invitation.note },
      sent: date(invitation.sentAt),
      open: invitationMovesFor(invitation.state, 'designer').includes('decline'),
      state: { state: invitation.state, label: INVITATION_STATES[invitation.state] },
    },
  };
}

export function BriefFinding({ finding }: { finding: ReturnType<typeof findingOf> }) {
  if (finding.side === 'publisher') {
    const { href, open, invited } = finding;
    if (!open && invited.length === 0) return null;
    return <InvitePanel {...{ href, open, invited }} />;
  }
  const { saving, invitation } = finding;
  return (
    <>
      {invitation && <InvitationNotice invitation={invitation} />}
      <Actions>
        <SaveButton saving={saving} noun="brief" />
      </Actions>
    </>
  );
}
