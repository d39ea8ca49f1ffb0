/**
 * Streams of server-sent events that stay open, of one process: how many there are, whom they belong to, and when they end. What
 * they say is for the page that opens one.
 */

/** What hears everything that is told to all processes; → a function that stops it. */
type Hear = (ear: { heard: (text: string) => void; resumed: () => void }) => () => void;

export type Source = {
  personId: string;
  /** What is told to every process begins with it and a space, or with the person's id when sessions of theirs end. */
  topic: string;
  /** Is the person still signed in? Asked before anything is said. */
  isThere: () => Promise<boolean>;
  /** What to say to `told`, as event stream; null when everything may have been missed. '' for nothing. */
  say: (told: string | null) => Promise<string>;
};

export type Streams = {
  /** null when the person, or this process, has as many as may be. */
  open: (source: Source) => { body: ReadableStream<Uint8Array>; leave: () => void } | null;
  /** Ends all of them, and each that is opened from now on: browsers come back, to another process. */
  end: () => void;
};

/** Browsers open six connections to a server that speaks HTTP/1.1; a process has more to do than this. */
export const MOST_STREAMS = { ofPerson: 6, inAll: 1000 };
/** Half of what CloudFront, whose patience is the shortest on the way, and a load balancer wait for a word. */
const HEARTBEAT_MS = 15_000;
/** Somebody who hears so much faster than it can be answered catches up after coming back. */
const MOST_PENDING = 20;

/** Not all at the same moment: those who are sent away by one process meet again at the next. */
const comeBack = () => `retry: ${1000 + Math.round(Math.random() * 2000)}\n\n`;

type Stream = {
  source: Source;
  tell: (told: string | null) => void;
  /** Looks whether the person is still there, and ends if not. */
  look: () => void;
  leave: () => void;
};

/** Opens none yet. `onFault` is told why a stream ended that should not have. */
export function openStreams(
  listener: { hear: Hear },
  onFault: (fault: unknown) => void,
  { most = MOST_STREAMS, heartbeat = HEARTBEAT_MS } = {},
): Streams {
  const streams = new Set<Stream>();
  let ended = false;
  let deafen: (() => void) | null = null;

  const hear = () =>
    listener.hear({
      heard(text) {
        const [topic, ...told] = text.split(' ');
        for (const { source, tell, look } of streams) {
          if (source.topic === topic) tell(told.join(' '));
          else if (source.personId === topic) look();
        }
      },
      resumed: () => streams.forEach(({ tell }) => tell(null)),
    });
  const forget = (stream: Stream) => {
    if (!streams.delete(stream) || streams.size > 0) return;
    deafen?.();
    deafen = null;
  };

  return {
    open(source) {
      const own = [...streams].filter(({ source: { personId } }) => personId === source.personId).length;
      if (own >= most.ofPerson || streams.size >= most.inAll) return null;
      const { body, stream } = streamOf(source, heartbeat, onFault, forget);
      if (ended) stream.leave();
      else {
        streams.add(stream);
        deafen ??= hear();
        stream.tell(null);
      }
      return { body, leave: stream.leave };
    },
    end() {
      ended = true;
      for (const { leave } of streams) leave();
    },
  };
}

function streamOf(
  { isThere, say, ...source }: Source,
  heartbeat: number,
  onFault: (fault: unknown) => void,
  forget: (stream: Stream) => void,
) {
  const encoder = new TextEncoder();
  let gone = false;
  let pending = 0;
  let work = Promise.resolve();
  let controller: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({
    start(opened) {
      controller = opened;
      controller.enqueue(encoder.encode(comeBack()));
    },
    cancel: () => stream.leave(),
  });
  // One after the other: each says what the one before has not.
  const enqueue = (answer: () => Promise<string>) => {
    if (gone || ++pending > MOST_PENDING) return stream.leave();
    work = work
      .then(async () => {
        if (gone) return;
        if (!(await isThere())) return stream.leave();
        const text = await answer();
        // It may have ended meanwhile.
        if (text && !stream.gone()) controller.enqueue(encoder.encode(text));
      })
      .catch((fault: unknown) => {
        onFault(fault);
        stream.leave();
      })
      .finally(() => (pending -= 1));
  };
  const beat = setInterval(() => enqueue(() => Promise.resolve(':\n\n')), heartbeat).unref();
  const stream = {
    source: { ...source, isThere, say },
    gone: () => gone,
    tell: (told: string | null) => enqueue(() => say(told)),
    look: () => enqueue(() => Promise.resolve('')),
    leave: () => {
      if (gone) return;
      gone = true;
      clearInterval(beat);
      forget(stream);
      controller.close();
    },
  };
  return { body, stream };
}
