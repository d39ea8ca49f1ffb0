import type { RequestHandler } from 'express';

export type BodyReader = ReadableStreamDefaultReader<Uint8Array>;

/**
 * Reads on after a refusal: a browser shows a broken connection instead of our answer when it is cut off while it is
 * still sending. After so many bytes, or so long, the connection is closed.
 */
export async function drain(
  reader: BodyReader,
  { bytes = 256 * 1024 * 1024, milliseconds = 20_000 } = {},
): Promise<void> {
  const timer = setTimeout(() => void reader.cancel().catch(() => {}), milliseconds).unref();
  try {
    for (let left = bytes; left > 0;) {
      const { done, value } = await reader.read();
      if (done) return clearTimeout(timer);
      left -= value.byteLength;
    }
    await reader.cancel();
    clearTimeout(timer);
  } catch {
    clearTimeout(timer);
  }
}

const MOST_UNREAD = 256 * 1024 * 1024;
const LONGEST_UNREAD_MS = 20_000;

/**
 * Reads what is left of a body when its answer has been given. A gate answers before anybody reads the form; what is still
 * on its way would otherwise stand in front of the next request on the same connection, which a proxy keeps for others.
 */
export const drainUnread: RequestHandler = (req, res, next) => {
  res.on('finish', () => {
    if (req.readableEnded || req.destroyed) return;
    const timer = setTimeout(() => req.destroy(), LONGEST_UNREAD_MS).unref();
    req.once('close', () => clearTimeout(timer));
    // Whoever was to read it has stopped doing so.
    req.removeAllListeners('data');
    let left = MOST_UNREAD;
    req.on('data', (chunk: Buffer) => {
      left -= chunk.byteLength;
      if (left < 0) req.destroy();
    });
    req.resume();
  });
  next();
};
