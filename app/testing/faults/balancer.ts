/**
 * A load balancer as Amazon's behaves: round robin, connections to the targets kept open, `/ready` asked every half
 * second. Two checks that fail, or a `Connection: close`, take a target out; when all are out, all are in again. It
 * repeats nothing: what a target does not answer is a 502.
 */
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { send } from '../http.ts';

const CHECK_MS = 500;
const UNHEALTHY = 2;

type Target = { origin: string; failed: number; agent: http.Agent };
export type Balancer = {
  origin: string;
  /** From the next check that it answers. → when it is in. */
  add: (origin: string) => Promise<void>;
  remove: (origin: string) => void;
  close: () => Promise<void>;
};

export async function openBalancer(): Promise<Balancer> {
  let targets: Target[] = [];
  let turn = 0;

  const check = async (target: Target) => {
    const answer = await send(target.origin, '/ready').catch(() => null);
    target.failed = answer?.status === 200 ? 0 : target.failed + 1;
  };
  const checks = setInterval(() => targets.forEach((target) => void check(target)), CHECK_MS);

  const server = http.createServer((req, res) => {
    const healthy = targets.filter(({ failed }) => failed < UNHEALTHY);
    const able = healthy.length > 0 ? healthy : targets;
    const target = able[turn++ % able.length];
    if (!target) return void res.writeHead(503).end('nobody is there');
    const headers = { ...req.headers, 'x-forwarded-for': req.socket.remoteAddress };
    delete headers.connection;
    const { agent } = target;
    const onward = http.request(new URL(req.url ?? '/', target.origin), {
      method: req.method,
      headers,
      agent,
    });
    onward.on('response', (answer) => {
      const { connection, ...rest } = answer.headers;
      if (connection === 'close') target.failed = UNHEALTHY;
      res.writeHead(answer.statusCode ?? 502, rest);
      answer.on('error', () => res.destroy()).pipe(res);
    });
    onward.on('error', (fault) => {
      if (res.headersSent) res.destroy();
      else res.writeHead(502).end(`${target.origin}: ${String(fault)}`);
    });
    req.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    async add(origin) {
      const target = { origin, failed: UNHEALTHY, agent: new http.Agent({ keepAlive: true }) };
      await check(target);
      targets = [...targets, target];
    },
    remove: (origin) => void (targets = targets.filter((target) => target.origin !== origin)),
    async close() {
      clearInterval(checks);
      for (const { agent } of targets) agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
