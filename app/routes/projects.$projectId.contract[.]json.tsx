import type { LoaderFunctionArgs } from '@remix-run/node';
import { canonicalText } from '../domain/canonical.ts';
import { getContract } from '../domain/projects/papers.server.ts';
import { download, readOnly } from '../http/download.server.ts';
import { member } from '../http/gate.server.ts';

/** The very text that the contract's hash is of. */
export const loader = download(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const { contract } = await getContract(db, viewer, args.params['projectId']);
  const bytes = Buffer.from(canonicalText(contract));
  return { name: 'contract.json', contentType: 'application/json', bytes, isPrivate: true };
});

export const action = readOnly;
