import { once } from 'node:events';
import net from 'node:net';

export type Relay = {
  port: number;
  /** Breaks every connection and takes no new ones, as when the far side has gone. */
  cut: () => Promise<void>;
  /** Keeps every connection and takes new ones, and passes nothing on, as when the far side is a dead host. */
  hush: () => void;
  /** Takes connections again, on the same port; those that were hushed are gone. */
  mend: () => Promise<void>;
  close: () => Promise<void>;
};

/** A wire between the product and a server that the test can cut: nothing of either side is changed. */
export async function openRelay(target: { host: string; port: number }): Promise<Relay> {
  const sockets = new Set<net.Socket>();
  let hushed = false;
  const keep = (socket: net.Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };
  const server = net.createServer((near) => {
    keep(near);
    if (hushed) return void near.pause();
    const far = net.connect(target);
    keep(far);
    near.pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const { port } = server.address() as net.AddressInfo;
  const cut = async () => {
    const closed = server.listening ? new Promise((resolve) => server.close(resolve)) : null;
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  const hush = () => {
    hushed = true;
    for (const socket of sockets) socket.unpipe().pause();
  };
  const mend = async () => {
    if (hushed) await cut();
    hushed = false;
    await listen(port);
  };
  return { port, cut, hush, mend, close: cut };
}
