import type { LoaderFunctionArgs } from '@remix-run/node';
import { contractFile } from '../documents/contract.server.ts';
import { handoverOf, PAPERS } from '../domain/deliveries/handover.ts';
import { placeAt } from '../domain/deliveries/place.server.ts';
import { currentOf, deliveriesOf } from '../domain/deliveries/queries.server.ts';
import { NotFound } from '../domain/errors.ts';
import { canonicalText } from '../domain/canonical.ts';
import { handOut, readOnly } from '../http/download.server.ts';
import { wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { sendZip } from '../http/zip.server.ts';

/** Everything that was handed over, as one folder for the publisher's archive. */
export const loader = handOut(async (args: LoaderFunctionArgs) => {
  const { db, storage, viewer } = await member(args);
  const { projectId } = args.params;
  const { project, milestone } = await placeAt(db, viewer, { projectId, kind: 'handover' });
  const delivery = currentOf(await deliveriesOf(db, project, milestone.id));
  if (!delivery?.deliveredAt) throw new NotFound('Nothing has been handed over yet.');
  // Both sides get the same folder, so it is in nobody's own words for days and sums.
  const say = wordsFor(null);
  const { folder, files, papers } = handoverOf(project, delivery, say);
  const { contract, contractHash } = project;
  const made = [
    ...papers.map(({ path, text }) => ({ path, content: Buffer.from(text) })),
    { path: `${PAPERS}/Contract.pdf`, content: (await contractFile(contract, contractHash, say)).bytes },
    { path: `${PAPERS}/Contract.json`, content: Buffer.from(canonicalText(contract)) },
  ];
  return sendZip(args.request, storage, `${folder}, hand-over.zip`, {
    ...{ name: folder, entries: [...files, ...made], mtime: delivery.deliveredAt },
  });
});

export const action = readOnly;
