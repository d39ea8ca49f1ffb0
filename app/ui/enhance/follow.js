// @ts-check
/**
 * Parts of a page follow a form while it is filled in. What they say is always the server's own HTML.
 *
 * <div data-follow-fields="prefix of their names">   holds the form, or lies in one
 *   <p id="here" data-follow="/path#there" data-said="for those who hear it change">
 */
const said = document.body.appendChild(document.createElement('p'));
said.className = 'vh';
said.role = 'status';

/** @type {NodeListOf<HTMLElement>} */
const scopes = document.querySelectorAll('[data-follow-fields]');
for (const scope of scopes) {
  const form = scope.closest('form') ?? scope.querySelector('form');
  if (form) scope.addEventListener('input', follower(scope, form));
}

/** @param {HTMLElement} scope @param {HTMLFormElement} form */
function follower(scope, form) {
  const prefix = scope.dataset.followFields ?? '';
  /** @type {NodeListOf<HTMLElement>} */
  const parts = scope.querySelectorAll('[data-follow]');
  let asking = new AbortController();
  let timer = 0;

  async function follow() {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form))
      if (name.startsWith(prefix) && typeof value === 'string')
        query.append(name.slice(prefix.length), value);
    const [path] = parts[0]?.dataset.follow?.split('#') ?? [];
    const answer = await fetch(`${path}?${query}`, { signal: asking.signal });
    if (!answer.ok && answer.status !== 422) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of parts)
      replace(part, page.getElementById(part.dataset.follow?.split('#')[1] ?? part.id));
    if (form.method !== 'get') return;
    history.replaceState(null, '', `?${query}`);
    document.title = page.title;
    // What was wrong with the form as it was sent: the parts say how it is now.
    for (const old of scope.querySelectorAll('.error-summary, .error')) old.remove();
    for (const old of scope.querySelectorAll('.bad, [aria-invalid]')) {
      old.classList.remove('bad');
      old.removeAttribute('aria-invalid');
    }
  }

  return () => {
    asking.abort();
    asking = new AbortController();
    clearTimeout(timer);
    // Offline, or overtaken: the page stays as it is, and its button works.
    timer = window.setTimeout(() => follow().catch(() => {}), 250);
  };
}

/** @param {HTMLElement} part @param {HTMLElement | null} fresh */
function replace(part, fresh) {
  if (!fresh || part.innerHTML === fresh.innerHTML) return;
  const open = [...part.querySelectorAll('details')].map((details) => details.open);
  part.replaceChildren(...fresh.childNodes);
  part.querySelectorAll('details').forEach((details, at) => (details.open = open[at] ?? details.open));
  if (fresh.dataset.said) said.textContent = fresh.dataset.said;
}
