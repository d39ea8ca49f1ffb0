import type { InvitationState } from './rules.ts';

export type Invitation = {
  briefId: string;
  title: string;
  publisherId: string;
  publisher: string;
  designerId: string;
  designer: string;
  slug: string;
  note: string;
  sentAt: Date;
  declinedAt: Date | null;
  declineReason: string;
  state: InvitationState;
};

/** What a brief and its reader have to do with each other, as far as saving and inviting go. */
export type Concern =
  | { side: 'publisher'; invitations: Invitation[] }
  | { side: 'designer'; saved: boolean; invitation: Invitation | null };
