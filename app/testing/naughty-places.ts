/**
 * Where a reader can send something, found by reading every page of the matrix as every role: forms with their fields,
 * addresses with their parameters, and addresses with a part that names a thing. Nothing here knows a page by name.
 */
import type { Db } from '#db/client.server.ts';
import { httpClient, type Client } from './http.ts';
import { MATRIX, ROLES } from './matrix.ts';
import { formsOf, linksOf, type Form } from './naughty-forms.ts';
import { makeStrangers, makeWorld, type Things, type World } from './world.ts';

export type Role = (typeof ROLES)[number];
export type Visit = { world: World; client: Client; role: Role };

export type Place = {
  kind: 'form' | 'query' | 'segment';
  /** Where it is met, with the names of things: the page of a form, the path of an address. */
  page: string;
  /** What it is called in a report; of two that are called the same, one is enough. */
  title: string;
  names: string[];
  /** Who has met it. */
  roles: Role[];
};

let visitors = 0;
/** As a proxy says it: everybody has an address of their own, since one address may send only so much. */
export const nextAddress = () => {
  visitors += 1;
  return { 'X-Forwarded-For': `10.${visitors >> 16}.${(visitors >> 8) & 255}.${visitors & 255}` };
};

let strangers: Promise<Things> | undefined;

/**
 * A new world, and one of its people at the door. The strangers are the same in all of them, for only staff can change what is
 * theirs.
 */
export async function visit(origin: string, db: Db, role: Role): Promise<Visit> {
  strangers ??= makeStrangers(db);
  const world = await makeWorld(db, role === 'admin' ? undefined : await strangers);
  const client = httpClient(origin, nextAddress());
  // Without a cookie one is development's own member of staff, who may sign in only so many people.
  client.jar.set('dev-signed-out', 'IjEi');
  await client.signIn(role === 'anonymous' ? 'nobody' : world.people[role]);
  return { world, client, role };
}

/** Whose thing it is does not make another place of it, nor does one that is of no world, in a list of everybody's. */
const nameless = (path: string) =>
  path
    .replace(/\{[^}]+\}/g, '{}')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '{}')
    .replace(/^(POST )?\/designers\/[\w-]+(?=\/)/, '$1/designers/{}');

/** Which parts of a path its route takes as they come, by their number. */
const variable = (route: string, path: string): string[] => {
  const parts = route.split('.');
  const own = path.split('?')[0]?.split('/').slice(1) ?? [];
  return own.flatMap((_, at) => ((parts[at] ?? parts.at(-1))?.startsWith('$') ? [String(at + 1)] : []));
};

/** A form as a browser shows it once every row that can be added is there. */
export async function grown(client: Client, form: Form): Promise<Form> {
  let now = form;
  for (const button of form.buttons.filter(([, value]) => value.includes('"insert"'))) {
    const answer = await client.form(form.action, [...now.fields, button]);
    now = formsOf(answer.text, form.action).find(({ action }) => action === form.action) ?? now;
  }
  return now;
}

/** The same form on a page that is read anew. */
export const formKey = (form: Form, world: World) =>
  `POST ${nameless(world.named(form.action.replace(/\?.*/, '')))}`;

/** Read by a loader, and in no link or form of so small a world. */
const BY_HAND: Pick<Place, 'page' | 'names'>[] = [
  { page: '/portfolio', names: ['page'] },
  // The address of a list that has moved.
  { page: '/briefs', names: ['mine'] },
  // Of the stream of a conversation; a page of its own answers it by sending the reader to sign in, or with what is not there.
  { page: '/messages/none/live', names: ['since'] },
];

/** Reads every page of the matrix as every role, and every address that asks for something new once. */
export async function discover(origin: string, db: Db): Promise<Place[]> {
  const places = new Map<string, Place>();
  /** → whether there was anything new in it. */
  const found = (place: Omit<Place, 'roles'>, role: Role): boolean => {
    const known = places.get(place.title) ?? { ...place, names: [], roles: [] };
    const names = [...new Set([...known.names, ...place.names])];
    const news = names.length > known.names.length;
    // Whoever meets it elsewhere may not find it here.
    const roles = known.page === place.page ? [...new Set([...known.roles, role])] : known.roles;
    places.set(place.title, { ...known, names, roles });
    return news;
  };
  for (const role of ROLES) {
    const { world, client } = await visit(origin, db, role);
    const asked = (href: string) => {
      const [path = '', query = ''] = href.split('?');
      const page = world.named(path);
      const names = [...new URLSearchParams(query).keys()];
      return names.length > 0 && found({ kind: 'query', page, title: `GET ${nameless(page)}?`, names }, role);
    };
    const waiting: string[] = [];
    for (const { route, path } of MATRIX.filter(({ method }) => method === 'GET')) {
      const names = variable(route, path);
      if (names.length > 0)
        found({ kind: 'segment', page: path, title: `GET ${nameless(path)}`, names }, role);
      asked(world.filled(path));
      waiting.push(world.filled(path));
    }
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const answer = await client.get(path);
      const links = [...linksOf(answer.text), ...(answer.location ? [answer.location] : [])];
      waiting.push(...links.filter(asked));
      for (const form of formsOf(answer.text, path)) {
        if (form.method === 'get') {
          asked(`${form.action}?${new URLSearchParams(form.fields).toString()}`);
          continue;
        }
        const { names } = await grown(client, form);
        found({ kind: 'form', page: world.named(path), title: formKey(form, world), names }, role);
      }
    }
  }
  for (const { page, names } of BY_HAND)
    for (const role of ROLES) found({ kind: 'query', page, names, title: `GET ${page}?` }, role);
  return [...places.values()];
}
