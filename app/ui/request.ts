import { createContext } from 'react';
import type { Role } from '#app/domain/people/rules.ts';

export type Shell = {
  viewer: { name: string; role: Role } | null;
  pictures: boolean;
  path: string;
  signIn: string;
};

/**
 * The request being rendered: its id, which an error page shows so that the log can be found, the shell for a
 * page whose root loader did not run, as after an action that was refused, and the script of a page that has one.
 */
export const RequestFacts = createContext<{ id: string; shell: Shell; script: string | null }>({
  id: '',
  script: null,
  shell: { viewer: null, pictures: true, path: '/', signIn: '/' },
});
