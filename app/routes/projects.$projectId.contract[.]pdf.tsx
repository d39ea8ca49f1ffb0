import type { LoaderFunctionArgs } from '@remix-run/node';
import { contractFile } from '../documents/contract.server.ts';
import { getContract } from '../domain/projects/papers.server.ts';
import { download, readOnly } from '../http/download.server.ts';
import { wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';

/** The contract on paper. Both sides get the same file, so it is in nobody's own words for days and sums. */
export const loader = download(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const { contract, contractHash } = await getContract(db, viewer, args.params['projectId']);
  return { ...(await contractFile(contract, contractHash, wordsFor(null))), isPrivate: true };
});

export const action = readOnly;
