import { describe, expect, test } from 'vitest';
import { publicJson, publicProblem } from './public-data.server.ts';

const asking = (headers: Record<string, string> = {}) => new Request('http://localhost/api', { headers });

describe('public data', () => {
  test('may be read by any site, and kept by the edge', async () => {
    const answer = publicJson(asking(), { width: 12.7004 });
    expect(await answer.json()).toEqual({ width: 12.7004 });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'content-type': 'application/json',
      'content-length': '18',
      'cache-control': expect.stringMatching(/^public, .*s-maxage=3600/) as string,
    });
    expect(answer.headers.has('Set-Cookie')).toBe(false);
  });

  test('is not sent again to whoever has it, even by a proxy that compressed it', () => {
    const etag = publicJson(asking(), { width: 1 }).headers.get('ETag') ?? '';
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const answer = publicJson(asking({ 'If-None-Match': known }), { width: 1 });
      expect([answer.status, answer.body, answer.headers.get('ETag')]).toEqual([304, null, etag]);
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    }
    expect(publicJson(asking({ 'If-None-Match': etag }), { width: 2 }).status).toBe(200);
  });

  test('that is refused is a problem, which nobody keeps', async () => {
    const answer = publicProblem({ status: 422 });
    expect([answer.status, await answer.json()]).toEqual([422, { status: 422 }]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
    });
  });
});
