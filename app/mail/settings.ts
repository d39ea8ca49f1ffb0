/** How mail goes out, from the settings. Throws an Error that is one line, names the setting, and quotes no password. */

/** Somebody mail is from or for. */
export type MailAddress = { name: string; address: string };

export type MailConfig = {
  from: MailAddress;
  /** Where answers go; to nobody when it is not set. */
  replyTo: MailAddress | null;
  /** Of lists and message ids: what stands after the @ of `from`. */
  domain: string;
  way:
    | { kind: 'files'; dir: string }
    | { kind: 'ses'; region: string }
    | {
        kind: 'smtp';
        host: string;
        port: number;
        /** TLS from the first byte; otherwise it begins in the clear, and changes over when the server can. */
        secure: boolean;
        /** Refuses a server that cannot change over. */
        requireTls: boolean;
        auth: { user: string; pass: string } | null;
      };
};

export const MAIL_WAYS = ['files', 'smtp', 'ses'] as const;

export type MailSettings = {
  MAIL?: (typeof MAIL_WAYS)[number] | undefined;
  MAIL_URL?: string | undefined;
  MAIL_FROM?: string | undefined;
  MAIL_REPLY_TO?: string | undefined;
  AWS_REGION: string;
};

/** Only `user@domain`, of signs that need no quoting: anything else is refused rather than guessed at. */
const ADDRESS =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@([a-z\d]([a-z\d-]{0,61}[a-z\d])?)(\.[a-z\d]([a-z\d-]{0,61}[a-z\d])?)*$/i;

/** Is this one address, and nothing besides? */
export const isAddress = (text: string): boolean => text.length <= 254 && ADDRESS.test(text);

export function mailOf(settings: MailSettings, production: boolean, filesDir: string): MailConfig {
  const { MAIL, MAIL_FROM, MAIL_REPLY_TO } = settings;
  if (production && !MAIL) throw new Error('MAIL: say smtp or ses in production');
  if (production && MAIL === 'files') throw new Error('MAIL: files is for development, say smtp or ses');
  if (production && !MAIL_FROM) throw new Error('MAIL_FROM: required in production');
  const from = addressOf('MAIL_FROM', MAIL_FROM ?? 'Dustjacket <post@dustjacket.localhost>');
  return {
    from,
    replyTo: MAIL_REPLY_TO ? addressOf('MAIL_REPLY_TO', MAIL_REPLY_TO) : null,
    domain: from.address.split('@')[1] ?? 'localhost',
    way: wayOf(settings, production, filesDir),
  };
}

function wayOf({ MAIL, MAIL_URL, AWS_REGION }: MailSettings, production: boolean, filesDir: string) {
  if (MAIL_URL && MAIL !== 'smtp') throw new Error('MAIL_URL: is read when MAIL is smtp');
  if (MAIL === 'ses') return { kind: 'ses', region: AWS_REGION } as const;
  if (MAIL !== 'smtp') return { kind: 'files', dir: filesDir } as const;
  if (!MAIL_URL) throw new Error('MAIL_URL: required when MAIL is smtp');
  return smtpAt(MAIL_URL, production);
}

/** The parts of `smtp://user:password@host:587` or `smtps://…`, each decoded by itself. */
function smtpAt(text: string, production: boolean) {
  const url = URL.parse(text);
  const secure = url?.protocol === 'smtps:';
  if (!url || !(secure || url.protocol === 'smtp:') || !url.hostname || url.search || url.hash)
    throw new Error('MAIL_URL: looks like smtps://user:password@host:465, or smtp:// and port 587');
  if (!url.username !== !url.password) throw new Error('MAIL_URL: a user name and a password go together');
  const decode = (part: string) => {
    try {
      return decodeURIComponent(part);
    } catch {
      throw new Error('MAIL_URL: user name and password need percent-encoding: a % is written %25');
    }
  };
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return {
    ...({ kind: 'smtp', host, port: Number(url.port) || (secure ? 465 : 587), secure } as const),
    // A catcher of mail on this machine or beside it has no certificate; what holds a password or is far away does.
    requireTls: !secure && production && host !== 'localhost' && host !== '127.0.0.1',
    auth: url.username ? { user: decode(url.username), pass: decode(url.password) } : null,
  };
}

/** `Dustjacket <post@dustjacket.example>`, or the address alone. */
function addressOf(setting: string, text: string): MailAddress {
  const [, name = '', inside] = /^([^<>]*)<([^<>]+)>$/.exec(text.trim()) ?? [];
  const address = (inside ?? text).trim();
  if (!isAddress(address)) throw new Error(`${setting}: looks like Dustjacket <post@dustjacket.example>`);
  return { name: name.trim().replace(/^"(.*)"$/, '$1') || 'Dustjacket', address };
}
