/** What staff are told of a person. */
import { Definition, Notice } from './text.tsx';

export type PersonSheet = {
  email: string;
  role: string;
  organisation: string;
  joined: string;
  /** How many browsers are signed in, and when one was last seen. */
  sessions: number;
  seen: string | null;
  groups: readonly string[];
  profile: { slug: string; hidden: boolean } | null;
  briefs: number;
  suspension: { since: string; reason: string } | null;
};

export function PersonFacts({ sheet }: { sheet: PersonSheet }) {
  const { email, role, organisation, joined, sessions, seen, groups, profile, briefs } = sheet;
  return (
    <Definition
      items={[
        { term: 'E-mail', value: <Address email={email} /> },
        { term: 'Role', value: role },
        { term: 'Organisation', value: organisation },
        { term: 'Joined', value: joined },
        { term: 'Signed in', value: sessions === 0 ? 'Nowhere' : `In ${counted(sessions, 'browser')}` },
        { term: 'Last seen', value: seen },
        { term: 'Public profile', value: profile && <Profile {...profile} /> },
        { term: 'Briefs', value: briefs === 0 ? 'None' : String(briefs) },
        {
          term: 'Groups at the identity provider',
          value: groups.length > 0 && (
            <>
              {groups.join(', ')} <span className="soft">(a hint, not a permission)</span>
            </>
          ),
        },
      ]}
    />
  );
}

/** Breaks where an address has a seam, when it has to break. */
const Address = ({ email }: { email: string }) => {
  const [name, domain] = email.split('@');
  return domain ? (
    <>
      {name}
      <wbr />@{domain}
    </>
  ) : (
    <>{email}</>
  );
};

const counted = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;

const Profile = ({ slug, hidden }: { slug: string; hidden: boolean }) =>
  hidden ? <>Hidden</> : <a href={`/designers/${slug}`}>Open the profile</a>;

/** Above everything else: that somebody is shut out, since when, and what they were told. */
export function Suspension({ suspension }: { suspension: PersonSheet['suspension'] }) {
  if (!suspension) return null;
  return (
    <Notice title={`Suspended since ${suspension.since}`}>
      <p className="as-typed">“{suspension.reason}”</p>
    </Notice>
  );
}

/** Somebody else was first. What was typed is said again, because its form may be gone. */
export function Outrun({ message, reason }: { message: string; reason: string }) {
  return (
    <Notice title={message}>
      <p>Your change was not made. This is the reason you gave:</p>
      <p className="as-typed">“{reason}”</p>
    </Notice>
  );
}
