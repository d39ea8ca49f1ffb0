/**
 * Notices that a database has fallen silent, and until it speaks again lets whatever asks it fail at once. A database
 * that refuses says so itself; behind a dead host or a broken network it says nothing, and every request would wait
 * for a time-out of many seconds, or for none.
 */
import net from 'node:net';
import { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

export type Circuit = {
  /** A connection for postgres.js; a broken one while the database is silent. */
  socket: () => Duplex;
  /** Somebody has waited for long. Asks whether anybody is there, and breaks every connection if nobody is. */
  suspect: () => void;
  close: () => void;
};

/** A connection that has said nothing for so long is a reason to ask. */
const SUSPECT_MS = 1000;
/** The first byte needs neither a password nor a plan: only a machine that is drowning takes this long. */
const SILENCE_MS = 2000;
const ASK_AGAIN_MS = 250;

/** "Do you speak TLS?", which PostgreSQL answers with one byte before it asks who we are. */
const HELLO = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/** The circuit of one database. */
export function openCircuit(host: string, port: number): Circuit {
  let broken = false;
  let asking = false;
  let closed = false;
  let sockets: net.Socket[] = [];

  async function suspect(): Promise<void> {
    if (asking) return;
    asking = true;
    const isGone = (said: Said) => said === 'refusal' || said === 'silence';
    for (let said = await ask(host, port); isGone(said) && !closed; said = await ask(host, port)) {
      broken = said === 'silence';
      // Without an error: under TLS nobody would listen for it.
      for (const socket of sockets.splice(0)) socket.destroy();
      // One that refuses tells everybody by itself.
      if (!broken) break;
      await sleep(ASK_AGAIN_MS, undefined, { ref: false });
    }
    asking = broken = false;
  }

  function connect(): net.Socket {
    // Against this name postgres.js checks the certificate.
    const socket = Object.assign(net.connect(port, host), { host });
    sockets = sockets.filter(({ destroyed }) => !destroyed);
    sockets.push(socket);
    setTimeout(() => {
      if (!socket.destroyed && socket.bytesRead === 0) void suspect();
    }, SUSPECT_MS).unref();
    return socket;
  }

  return {
    socket: () => (broken ? brokenSocket() : connect()),
    suspect: () => void suspect(),
    close: () => void (closed = true),
  };
}

/** It breaks when it is written to: postgres.js stumbles over one that does so before. */
const brokenSocket = () =>
  new Duplex({
    read() {},
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error('The database is silent'), { code: 'CONNECT_TIMEOUT' }));
    },
  });

/** `unknown`: it could not be asked, as when a name is not found. What is connected already need not suffer for that. */
type Said = 'answer' | 'refusal' | 'silence' | 'unknown';

/** Says hello on a connection of its own. */
function ask(host: string, port: number): Promise<Said> {
  return new Promise((resolve) => {
    const socket = net.connect(port, host).unref();
    let said: Said = 'refusal';
    const end = (said: Said) => {
      clearTimeout(late);
      resolve(said);
      socket.destroy();
    };
    // What came in while this process was busy itself is heard before that.
    const late = setTimeout(() => setImmediate(() => end('silence')), SILENCE_MS).unref();
    socket
      .on('error', ({ code }: NodeJS.ErrnoException) => {
        if (code !== 'ECONNREFUSED' && code !== 'ECONNRESET') said = 'unknown';
      })
      .once('data', () => end('answer'))
      .once('close', () => end(said));
    socket.write(HELLO);
  });
}
