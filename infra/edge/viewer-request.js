/**
 * Runs at the edge before the cache, for every request of a page (CloudFront Functions, cloudfront-js-2.0: no modules, a
 * millisecond of time). It makes requests for the same page the same request, so that all anonymous readers share
 * one entry of the cache, and keeps away from the origin what only a stranger would send.
 *
 * Who has a cookie of ours never meets that entry: cookies are part of the cache's key.
 */

/** The pages and data that are shared, and what lies beneath them. */
const SHARED = /^\/($|(covers|designers|briefs|tools|api|how-ranking-works)(\/|$))/;

/** What those pages read from their address; everything else changes nothing on them. In the alphabet's order. */
const QUERY = [
  'after',
  'availability',
  'before',
  'budget',
  'deadline',
  'direction',
  'dpi',
  'format',
  'from',
  'genre',
  'mine',
  'only',
  'pages',
  'paper',
  'price',
  'printer',
  'q',
  'sort',
  'spine',
  'state',
  'style',
  'trim',
];

/** Development's sign-in, and what a proxy of ours would say: CloudFront and the load balancer say none of it. */
const STRANGE =
  /^(x-dev-.*|x-forwarded-(host|port|server|prefix|scheme)|forwarded|x-original-.*|x-rewrite-.*|x-(http-)?method(-override)?|x-request-id)$/;

/** Backslashes and control characters, encoded ones and slashes too; empty segments; names that begin with a dot. */
const ODD = /[\\\x00-\x1f\x7f]|%(0\d|0[a-f]|1[0-9a-f]|2[5ef]|5c|7f)|\/\/|\/\.(?!well-known\/)/i;
const LONGEST_PATH = 1024;

/** Ours are `__Host-…`: over https the app sets no other, and nobody but this host can. */
function keepOurs(cookies) {
  const kept = {};
  for (const name in cookies) if (name.startsWith('__Host-')) kept[name] = cookies[name];
  return kept;
}

/** `?b=1&a=2&utm_source=x` and `?a=2&b=1` are one page, and so are `?q=` and none. Of two the same, the app reads the first. */
function keepKnown(query) {
  const kept = {};
  for (const key of QUERY) if (query[key] && query[key].value) kept[key] = { value: query[key].value };
  return kept;
}

const refusal = () => ({
  statusCode: 400,
  statusDescription: 'Bad Request',
  headers: {
    'content-type': { value: 'text/plain; charset=utf-8' },
    'cache-control': { value: 'no-store' },
  },
  body: 'Bad request\n',
});

/** CloudFront calls it by this name. */
function handler(event) {
  const request = event.request;
  if (request.uri.length > LONGEST_PATH || !request.uri.startsWith('/') || ODD.test(request.uri))
    return refusal();
  for (const name in request.headers) if (STRANGE.test(name)) delete request.headers[name];
  request.cookies = keepOurs(request.cookies);
  const reading = request.method === 'GET' || request.method === 'HEAD';
  const anonymous = Object.keys(request.cookies).length === 0;
  if (reading && anonymous && SHARED.test(request.uri)) request.querystring = keepKnown(request.querystring);
  return request;
}
