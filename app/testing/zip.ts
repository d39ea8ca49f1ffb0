import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import yauzl from 'yauzl';

/** What a ZIP holds, by its paths, in its order; read by somebody else than whoever wrote it. */
export async function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(bytes, {
    lazyEntries: true,
  });
  const files = new Map<string, Buffer>();
  await new Promise<void>((done, failed) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      zip.openReadStream(entry, (fault, stream) => {
        if (fault) return failed(fault);
        buffer(stream).then((content) => {
          files.set(entry.fileName, content);
          zip.readEntry();
        }, failed);
      });
    });
    zip.on('end', done);
    zip.on('error', failed);
    zip.readEntry();
  });
  return files;
}
