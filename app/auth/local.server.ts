/**
 * Sign-in for development and tests: anyone may be anyone. Headers first, then the session that
 * /dev/sign-in opened, then the default member of staff. It is left out of production bundles, and
 * `config` refuses to start with it beside anything that belongs to production.
 */
import { createCookie } from '@remix-run/node';
import { Strategy } from 'remix-auth/strategy';
import { Invalid } from '../domain/errors.ts';
import type { Introduction } from '../domain/people/commands.server.ts';
import { isRole, ROLES, type Person, type Role } from '../domain/people/rules.ts';

/** The people every development database has. */
export const DEVELOPMENT_PEOPLE: Record<Role, Introduction> = {
  newcomer: {
    subject: 'dev-newcomer-001',
    role: 'newcomer',
    name: 'Nora Fennimore',
    email: 'newcomer@localhost',
  },
  admin: { subject: 'dev-admin-001', role: 'admin', name: 'Ada Quill', email: 'admin@localhost' },
  hiring_user: {
    subject: 'dev-hiring-001',
    role: 'hiring_user',
    name: 'Harriet Vane-Okafor',
    email: 'hiring@localhost',
  },
  designer: {
    subject: 'dev-designer-001',
    role: 'designer',
    name: 'Dario Lindqvist',
    email: 'designer@localhost',
  },
};

/** Kept while somebody wants to read the site signed out, where the default member of staff would otherwise look. */
export const signedOutCookie = createCookie('dev-signed-out', { httpOnly: true, sameSite: 'lax', path: '/' });

/** Reads `X-Dev-Role` and `X-Dev-User-Id`; without either, introduces the default member of staff. */
export class DevelopmentStrategy extends Strategy<Person, Introduction> {
  name = 'development';

  /** Throws Invalid when the headers name no role there is, or an id that is not one. */
  async authenticate(request: Request): Promise<Person> {
    const role = request.headers.get('X-Dev-Role') || 'admin';
    if (!isRole(role)) throw new Invalid(`X-Dev-Role is one of: ${Object.keys(ROLES).join(', ')}.`);
    const subject = request.headers.get('X-Dev-User-Id') || DEVELOPMENT_PEOPLE[role].subject;
    return this.verify(introductionOf(subject, role));
  }
}

/** Who a development id stands for: one of those, or somebody new of that name. */
export function introductionOf(subject: string, role: Role): Introduction {
  if (!/^[\w.@-]{1,80}$/.test(subject)) {
    throw new Invalid(
      'A development id is 1 to 80 letters, digits, dots, hyphens or underscores.',
      'subject',
    );
  }
  const known = Object.values(DEVELOPMENT_PEOPLE).find((person) => person.subject === subject);
  return known ?? { subject, role, name: subject, email: `${subject}@localhost` };
}

export const hasDevelopmentHeaders = (request: Request) =>
  request.headers.has('X-Dev-Role') || request.headers.has('X-Dev-User-Id');
