import { once } from 'node:events';
import net from 'node:net';

export type Relay = {
  port: number;
  /** Breaks every connection and takes no new ones, as when the far side has gone. */
  cut: () => Promise<void>;
  /** Takes connections again, on the same port. */
  mend: () => Promise<void>;
  close: () => Promise<void>;
};

/** A wire between the product and a server that the test can cut: nothing of either side is changed. */
export async function openRelay(target: { host: string; port: number }): Promise<Relay> {
  const sockets = new Set<net.Socket>();
  const keep = (socket: net.Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };
  const server = net.createServer((near) => {
    const far = net.connect(target);
    keep(near);
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
  return { port, cut, mend: () => listen(port), close: cut };
}
