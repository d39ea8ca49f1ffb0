// @ts-check
/**
 * A conversation goes on while it is read: what the server says in its stream is put at the end, and while somebody writes, the
 * other is told. What is shown is always the server's own HTML.
 *
 * <div id="thread" data-live="/address/of/the/stream" data-since="place">, #receipt, #typing, and the form #say
 */
const thread = document.getElementById('thread');
if (thread?.dataset.live) live(thread, thread.dataset.live);

/** @param {HTMLElement} thread @param {string} address */
function live(thread, address) {
  const path = address.replace(/\/live$/, '');
  const since = () => encodeURIComponent(thread.dataset.since ?? '');
  const [receipt, typing] = ['receipt', 'typing'].map((id) => document.getElementById(id));
  /** @type {EventSource | null} */
  let stream = null;
  let silence = 0;
  let told = 0;

  /** @param {string} to @param {string} [fields] */
  const send = (to, fields = '') =>
    // It is only a sign: the next one will do.
    void fetch(`${path}/${to}`, {
      ...{ method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' },
    }).catch(() => {});

  /** @param {string} name */
  function says(name) {
    clearTimeout(silence);
    if (typing) typing.textContent = name && `${name} is typing…`;
    if (name) silence = window.setTimeout(says, 6000, '');
  }

  function listen() {
    // Nobody reads a page that is not seen; it catches up when it is.
    if (document.hidden) {
      stream?.close();
      stream = null;
    }
    if (document.hidden || stream) return;
    stream = new EventSource(`${address}?since=${since()}`);
    stream.addEventListener('said', ({ data, lastEventId }) => {
      const { html, receipt: words } = JSON.parse(data);
      if (receipt) receipt.textContent = words;
      if (!html || thread.dataset.since === lastEventId) return;
      thread.insertAdjacentHTML('beforeend', html);
      thread.dataset.since = lastEventId;
      says('');
      send('read', `upTo=${since()}`);
    });
    stream.addEventListener('typing', ({ data }) => says(data));
    stream.addEventListener('error', () => {
      if (stream?.readyState !== EventSource.CLOSED) return;
      // Sent away: somebody signed out, there are too many windows, or the server has trouble. It may be otherwise later.
      stream = null;
      setTimeout(listen, 30_000);
    });
  }

  document.getElementById('say')?.addEventListener('input', () => {
    if (Date.now() - told < 3000) return;
    told = Date.now();
    send('typing');
  });
  document.addEventListener('visibilitychange', listen);
  addEventListener('pagehide', () => stream?.close());
  addEventListener('pageshow', listen);
}
