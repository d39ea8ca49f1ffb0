/** Sends naughty values to one place: each field in turn takes them, the others stay as the page had them. */
import fc from 'fast-check';
import type { Db } from '#db/client.server.ts';
import { multipart, type FileField } from './http.ts';
import { formsOf, type Form } from './naughty-forms.ts';
import { tried, type Message, type Reply } from './naughty-line.ts';
import { formKey, grown, nextAddress, visit, type Place, type Role, type Visit } from './naughty-places.ts';
import { bytesOf, CURATED, encoded, IN_BODIES, INTENTS, NAMES, naughty } from './naughty-values.ts';

/** How the value goes along with the rest. */
const MANNERS = ['replaced', 'repeated', 'alone', 'without a token', 'by a stranger', 'with a file'] as const;
type Manner = (typeof MANNERS)[number];
type Case = { value: string; manner: Manner };

export type Flood = { place: Place; role: Role; name: string; runs: number; seed: number; file: FileField };

/** Somebody with a page open before them, whose world is as it was made until something they sent was taken. */
export type Door = { at: Visit; place: Place; form: Form | null; used: number; isChanged: boolean };
/** The last of each role. */
export type Doors = Map<Role, Door>;

/** Then it is somebody else's turn: one person may send only so many forms in five minutes, and fewer files. */
const MOST_BY_ONE = 30;

/** Stands for a field that no form has: the values are its name. */
export const OTHER_NAME = '(another name)';

const curatedFor = ({ place, name }: Flood): readonly string[] => {
  if (name === OTHER_NAME) return NAMES;
  if (name === '__intent__') return INTENTS;
  return place.kind === 'form' ? IN_BODIES : CURATED;
};

/**
 * Floods one field. `next` deals a value of the list, so that all fields together take all of it. → how many requests
 * were sent, and what went wrong in a sentence, after fast-check has looked for the least that does it.
 */
export async function flood(origin: string, db: Db, task: Flood, doors: Doors, next: () => number) {
  const curated = curatedFor(task);
  const dealt = Array.from({ length: Math.ceil(task.runs / 2) }, (_, at): [Case] => [
    {
      value: curated[next() % curated.length] ?? '',
      manner: MANNERS[at % 2 === 0 ? 0 : at % MANNERS.length] ?? 'replaced',
    },
  ]);
  const cases = fc.record({
    value: naughty(curated),
    manner: fc.constantFrom<Manner>('replaced', ...MANNERS),
  });
  let sent = 0;
  const property = fc.asyncProperty(cases, async (one) => {
    const door = await doorFor(origin, db, task, doors.get(task.role));
    if (door.form) door.used += 1;
    doors.set(task.role, door);
    const { reply, wrong } = await tried(origin, message(origin, task, door, one));
    sent += 1;
    if (door.form && changed(reply)) doors.set(task.role, await again(origin, db, task, door));
    if (wrong.length > 0) throw new Error(wrong.join('; '));
  });
  const result = await fc.check(property, { seed: task.seed, numRuns: task.runs, examples: dealt });
  return { sent, wrong: result.failed ? told(task, result) : null };
}

/** Afterwards tokens are used up, or whoever was signed in is no more. */
const changed = (reply: Reply | null) =>
  reply === null || (reply.status < 400 && (reply.status >= 300 || 'set-cookie' in reply.headers));

/** The same as long as there are forms left to send; at another place in the same world, if nothing has changed it. */
async function doorFor(origin: string, db: Db, task: Flood, known: Door | undefined): Promise<Door> {
  const { place } = task;
  if (!known || known.used >= MOST_BY_ONE) return opened(origin, db, task);
  if (known.place === place) return known;
  if (known.isChanged) return opened(origin, db, task);
  return { ...known, place, form: await formAt(known.at, place) };
}

async function opened(origin: string, db: Db, { place, role }: Flood): Promise<Door> {
  const at = await visit(origin, db, role);
  return { at, place, form: await formAt(at, place), used: 0, isChanged: false };
}

/** The page read anew; when what it was about is gone, in a new world. */
async function again(origin: string, db: Db, task: Flood, { at, used }: Door): Promise<Door> {
  const { place } = task;
  const form = await formFound(at, place);
  return form ? { at, place, form, used, isChanged: true } : opened(origin, db, task);
}

async function formAt(at: Visit, place: Place): Promise<Form | null> {
  if (place.kind !== 'form') return null;
  const form = await formFound(at, place);
  if (!form) throw new Error(`${place.page} has lost its form: ${place.title}`);
  return form;
}

async function formFound({ client, world }: Visit, place: Place): Promise<Form | null> {
  const path = world.filled(place.page);
  const forms = formsOf((await client.get(path)).text, path);
  const form = forms.find((one) => formKey(one, world) === place.title);
  return form ? grown(client, form) : null;
}

function message(origin: string, task: Flood, door: Door, one: Case): Message {
  const { place, name } = task;
  const { world, client } = door.at;
  const cookie = [...client.jar].map((pair) => pair.join('=')).join('; ');
  // Without a cookie, development takes whoever asks for staff.
  const stranger = one.manner === 'by a stranger';
  const headers: Record<string, string> = {
    Cookie: stranger ? 'dev-signed-out=IjEi' : cookie,
    ...(stranger || !door.form ? nextAddress() : client.headers),
  };
  if (!door.form) {
    const [path = ''] = world.filled(place.page).split('?');
    // A request line may be 16 KB long; what is longer never reaches us.
    const value = one.value.slice(0, 6_000).replace(/[^!-~]|%.?$/g, '');
    if (place.kind === 'query')
      return { method: 'GET', path: `${path}?${pairs(place, name, value, one.manner)}`, headers };
    const parts = path.split('/');
    parts[Number(name)] = value.replaceAll('/', '%2F').replaceAll('?', '%3F');
    return { method: 'GET', path: parts.join('/'), headers };
  }
  const fields = fieldsOf(door.form, name, one);
  const body = door.form.upload ? uploaded(door.form, task, fields, one) : typed(fields);
  return {
    method: 'POST',
    path: door.form.action,
    headers: { ...headers, ...body.headers, Origin: origin, 'Content-Length': String(body.bytes.byteLength) },
    body: body.bytes,
  };
}

function pairs({ names }: Place, name: string, value: string, manner: Manner): string {
  const own = name === OTHER_NAME ? `${value}=1` : `${encoded(name)}=${value}`;
  const others = names.filter((other) => other !== name).map((other) => `${encoded(other)}=a`);
  if (manner === 'repeated') return [...others, `${encoded(name)}=a`, own, own].join('&');
  return manner === 'alone' ? own : [own, ...others].join('&');
}

/** The fields as they go over the line, the one that is tried in its place. */
function fieldsOf(form: Form, name: string, { value, manner }: Case): [string, string][] {
  const own: [string, string] = name === OTHER_NAME ? [value, '1'] : [encoded(name), value];
  if (manner === 'alone') return [own];
  const all = [...form.fields, ...form.buttons.filter(([button]) => button !== name && button !== '__intent__').slice(0, 1)]; // prettier-ignore
  const others = all
    .filter(([other]) => other !== name && (manner !== 'without a token' || other !== 'formToken'))
    .map(([other, kept]): [string, string] => [encoded(other), encoded(kept)]);
  if (manner === 'repeated') {
    const before = form.fields.find(([other]) => other === name)?.[1] ?? '';
    return [...others, [own[0], encoded(before)], own, own];
  }
  return [...others, own];
}

function typed(fields: [string, string][]) {
  const bytes = Buffer.from(fields.map((pair) => pair.join('=')).join('&'), 'latin1');
  return { bytes, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } };
}

function uploaded(form: Form, { file }: Flood, fields: [string, string][], { value, manner }: Case) {
  const boundary = '----zq7';
  const raw = fields.map(([name, text]): [string, string] => [latin(name), latin(text)]);
  const chosen: FileField =
    manner === 'with a file'
      ? { ...file, field: form.file ?? 'file', name: latin(value).slice(0, 2000) }
      : { field: form.file ?? 'file', name: '', bytes: Buffer.alloc(0) };
  const bytes = multipart(boundary, raw, chosen, 'latin1');
  return { bytes, headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` } };
}

/** Bytes that are no text, as the characters that `multipart` writes as those bytes. */
const latin = (value: string) => bytesOf(value).toString('latin1');

function told({ place, role, name }: Flood, result: fc.RunDetails<[Case]>): string {
  const [found] = result.counterexample ?? [];
  const value = found?.value ?? '';
  const short = value.length > 300 ? `${value.slice(0, 300)}… (${value.length} bytes)` : value;
  const reason =
    result.errorInstance instanceof Error ? result.errorInstance.message : String(result.errorInstance);
  return `${place.title} as ${role}, met on ${place.page}: ${name} = ${JSON.stringify(short)} ${found?.manner}: ${reason} (seed ${result.seed}, shrunk ${result.numShrinks} times)`;
}
