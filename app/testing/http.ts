/**
 * A client for journeys without a browser: it keeps cookies, follows nothing by itself and says where a form comes
 * from, as a browser does. `send` is the bare request underneath, for headers no browser would send.
 */
import { randomBytes } from 'node:crypto';
import http from 'node:http';

export type Fields = Record<string, string | readonly string[]> | readonly (readonly [string, string])[];
export type FileField = { field: string; name: string; type?: string; bytes: Uint8Array };
export type Answer = {
  status: number;
  headers: http.IncomingHttpHeaders;
  /** Every Set-Cookie line. */
  cookies: string[];
  /** The path and query of Location, or null. */
  location: string | null;
  bytes: Buffer;
  text: string;
};
type Sending = {
  method?: string;
  headers?: http.OutgoingHttpHeaders;
  body?: Uint8Array | string;
  /** Keeps connections for the next; without one, each request has its own. */
  agent?: http.Agent | false;
};

/** One request, with these headers and no others. */
export function send(
  origin: string,
  path: string,
  { method = 'GET', headers, body, agent = false }: Sending = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request(new URL(path, origin), { method, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const location = response.headers.location ? new URL(response.headers.location, origin) : null;
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          cookies: response.headers['set-cookie'] ?? [],
          location: location && location.pathname + location.search,
          bytes,
          text: bytes.toString('utf8'),
        });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

export type Client = ReturnType<typeof httpClient>;

/** A client with an empty cookie jar. `headers` go with every request. */
export function httpClient(origin: string, headers: Record<string, string> = {}) {
  const jar = new Map<string, string>();

  async function request(path: string, sending: Sending = {}): Promise<Answer> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await send(origin, path, {
      ...sending,
      headers: { ...(cookie && { cookie }), ...headers, ...sending.headers },
    });
    for (const line of answer.cookies) keep(line);
    return answer;
  }

  function keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '' || /;\s*max-age=0/i.test(line)) jar.delete(name);
    else jar.set(name, value);
  }

  const post = (path: string, type: string, body: Uint8Array | string) =>
    request(path, {
      method: 'POST',
      headers: { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body), Origin: origin },
      body,
    });

  return {
    jar,
    headers,
    request,
    get: (path: string) => request(path),
    /** Posts a form. */
    form: (path: string, fields: Fields) =>
      post(path, 'application/x-www-form-urlencoded', new URLSearchParams(pairs(fields)).toString()),
    /** Posts a form with a file in it. */
    upload(path: string, fields: Fields, file: FileField) {
      const boundary = `----dustjacket${randomBytes(12).toString('hex')}`;
      return post(
        path,
        `multipart/form-data; boundary=${boundary}`,
        multipart(boundary, pairs(fields), file),
      );
    },
    /** Goes where an answer points, as a browser would. */
    follow(answer: Answer) {
      if (answer.location === null) throw new Error(`${answer.status} points nowhere: ${answer.text}`);
      return request(answer.location);
    },
    /** Signs in at /dev/sign-in as one of the three development people, somebody else, or `nobody`. */
    async signIn(person: { subject: string; role: string } | 'nobody') {
      const fields =
        person === 'nobody'
          ? { person }
          : /^dev-(admin|hiring|designer)-001$/.test(person.subject)
            ? { person: person.subject }
            : { person: 'other', ...person };
      const answer = await this.form('/dev/sign-in', { to: '/', ...pick(fields) });
      if (answer.status !== 303) throw new Error(`could not sign in: ${answer.status} ${answer.text}`);
      jar.delete('flash');
    },
  };
}

/** A person has more fields than the form. */
const pick = ({ person, subject, role }: { person: string; subject?: string; role?: string }) => ({
  person,
  ...(subject && { subject }),
  ...(role && { role }),
});

/** The hidden fields of the page's forms: tokens and versions that a form must send back. */
export function hiddenFields(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/<input\b[^>]*\btype="hidden"[^>]*>/g)].map(([tag]) => tag);
  const attribute = (tag: string, name: string) =>
    new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? '';
  return Object.fromEntries(inputs.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')]));
}

function pairs(fields: Fields): [string, string][] {
  if (Array.isArray(fields))
    return (fields as readonly (readonly [string, string])[]).map(([a, b]) => [a, b]);
  return Object.entries(fields as Record<string, string | readonly string[]>).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
  );
}

/** The body of a form with a file. `latin1` writes each character as one byte, for what is no text. */
export function multipart(
  boundary: string,
  fields: readonly [string, string][],
  file: FileField,
  encoding: 'utf8' | 'latin1' = 'utf8',
): Buffer {
  const parts = fields.map(([name, value]) =>
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      encoding,
    ),
  );
  // As browsers write a name: quotes and line breaks escaped, nothing else.
  const name = file.name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const head =
    `--${boundary}\r\nContent-Disposition: form-data; name="${file.field}"; filename="${name}"\r\n` +
    `Content-Type: ${file.type ?? 'application/octet-stream'}\r\n\r\n`;
  return Buffer.concat([
    ...parts,
    Buffer.from(head, encoding),
    file.bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
}
