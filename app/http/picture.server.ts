/**
 * Takes one picture from a multipart form: receives it, refuses what is no cover, stores the original and a
 * first preview, and hands over what the domain needs to write its row. The worker makes the other sizes.
 */
import { randomUUID } from 'node:crypto';
import type { NewPicture } from '../domain/images/commands.server.ts';
import { pictureKeys } from '../domain/images/keys.ts';
import type { ImageReach } from '../domain/images/rules.ts';
import { preview, RefusedImage } from '../imaging/image.server.ts';
import { derivativeKey, mediaPrefix, originalKey } from '../storage/keys.ts';
import type { Args, SignedInVisit } from './gate.server.ts';
import { receiveUpload, RefusedUpload, type ReceivedFile, type Upload } from './upload.server.ts';

export type ReceivedPicture = {
  /** The other fields of the form. */
  fields: URLSearchParams;
  /** Stored, and not yet in any row; null when none was chosen or it was refused. */
  picture: NewPicture | null;
  /** Why there is no picture, in a sentence for beside the field. */
  problem: string | null;
  /** 200 for a picture, 400, 413 or 415 for a problem. */
  status: number;
};

/** Reads the form. A refused picture is an answer, not an error: the page shows the form again with its reason. */
export async function receivePicture(
  args: Args,
  visit: SignedInVisit,
  reach: ImageReach,
): Promise<ReceivedPicture> {
  let upload: Upload | undefined;
  try {
    upload = await receiveUpload(args.request);
    const { fields, files } = upload;
    const [file] = files;
    if (!file) return { fields, picture: null, problem: 'Choose a picture to upload', status: 400 };
    visit.metrics.record('Uploads');
    visit.metrics.record('UploadBytes', file.bytes);
    return { fields, picture: await store(visit, file, reach), problem: null, status: 200 };
  } catch (fault) {
    const fields = upload?.fields ?? new URLSearchParams();
    if (fault instanceof RefusedImage) return { fields, picture: null, problem: fault.message, status: 400 };
    if (fault instanceof RefusedUpload)
      return { fields: fault.fields, picture: null, problem: fault.message, status: fault.status };
    throw fault;
  } finally {
    await upload?.dispose();
  }
}

/**
 * An hour is longer than anything here takes. By then a row names the files, or nobody ever will: the storage or the
 * database went away, the form was a repeat, this process ended.
 */
const SETTLED_SECONDS = 3600;

async function store(
  { storage, queue, db }: SignedInVisit,
  file: ReceivedFile,
  reach: ImageReach,
): Promise<NewPicture> {
  const { colour, bytes, facts } = await preview(file.path);
  const id = randomUUID();
  const prefix = mediaPrefix(file.sha256, id);
  const original = originalKey(id, facts.format);
  const keys = pictureKeys({ reach, prefix, originalKey: original });
  // Before the first file: afterwards there may be nobody left to ask for it.
  await queue.enqueue(db, 'image.settle', { imageId: id, keys }, { startAfter: SETTLED_SECONDS });
  await storage.put(original, { file: file.path }, { contentType: `image/${facts.format}` });
  await storage.put(derivativeKey(reach, prefix, 320, 'jpeg'), bytes, { contentType: 'image/jpeg' });
  return {
    ...{ id, reach, prefix, colour, originalKey: original, originalName: file.name },
    ...{ bytes: file.bytes, sha256: file.sha256 },
    ...{ width: facts.width, height: facts.height, facts: { ...facts } },
  };
}
