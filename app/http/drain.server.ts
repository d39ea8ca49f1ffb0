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
