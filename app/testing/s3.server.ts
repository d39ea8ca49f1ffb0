import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import type { S3StorageOptions } from '#app/storage/s3.server.ts';

/** What this helper uses of s3rver, which ships no types. */
type S3rver = {
  run(): Promise<AddressInfo>;
  close(): Promise<void>;
  httpServer: { closeAllConnections(): void };
};
type S3rverClass = new (options: Record<string, unknown>) => S3rver;

export type RunningS3 = {
  /** Ready to be passed to `openS3Storage`. */
  options: S3StorageOptions & { endpoint: string };
  port: number;
  /** What is stored: the size of each file by its key. */
  files(): Promise<Map<string, number>>;
  /** Stops the server and removes what it stored. */
  stop(): Promise<void>;
};

/** A real S3 protocol server on a free loopback port, with one empty bucket, in a directory of its own. */
export async function startS3(bucket = 'covers'): Promise<RunningS3> {
  // s3rver is CommonJS without declarations; the name in a variable keeps tsc from looking for them.
  const name = 's3rver';
  const { default: Server } = (await import(/* @vite-ignore */ name)) as { default: S3rverClass };
  const directory = await mkdtemp(join(tmpdir(), 'dustjacket-s3-'));
  const server = new Server({
    address: '127.0.0.1',
    port: 0,
    directory,
    silent: true,
    vhostBuckets: false,
    configureBuckets: [{ name: bucket }],
  });
  const { port } = await server.run();
  const options = {
    bucket,
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    forcePathStyle: true,
    // The one key pair s3rver knows; it checks the signatures made with it.
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
  };
  const client = new S3Client(options);
  return {
    port,
    options,
    async files() {
      const found = new Map<string, number>();
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket }))
        for (const { Key = '', Size = 0 } of Contents) found.set(Key, Size);
      return found;
    },
    async stop() {
      client.destroy();
      // The SDK keeps its connections alive, and close() would wait for them.
      const closed = server.close();
      server.httpServer.closeAllConnections();
      await closed;
      await rm(directory, { recursive: true, force: true });
    },
  };
}
