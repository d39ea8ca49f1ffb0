import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { amendmentSheet } from '../domain/projects/amendment.ts';
import { contractWords } from '../domain/projects/contract-words.ts';
import { getContract } from '../domain/projects/papers.server.ts';
import { wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { respond } from '../http/respond.server.ts';
import { LinkButton } from '../ui/buttons.tsx';
import { Amendments, ContractClauses, ContractHash } from '../ui/contract.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb, projectPath } from '../ui/navigation.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `Contract: ${data.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const written = await getContract(db, viewer, args.params['projectId']);
  const { id, title, contract, contractHash: hash, matches } = written;
  const say = wordsFor(viewer);
  return {
    ...{ id, title, hash, matches, clauses: contractWords(contract, say) },
    between: `Between ${contract.publisher.name} and ${contract.designer.name}, agreed on ${say.moment(contract.agreedAt)}.`,
    amendments: written.amendments.map((amendment) => amendmentSheet(amendment, contract.terms, say)),
  };
});

export default function ContractPage() {
  const { id, title, between, clauses, hash, matches, amendments } = useLoaderData<typeof loader>();
  const project = `/projects/${id}`;
  const path = projectPath(title, project, { label: 'Contract' });
  return (
    <article className="narrow stack">
      <PageHead above={<Breadcrumb items={path} />} title="Contract" lede={`A cover for ${title}`}>
        <p>{between}</p>
        <p className="no-print">
          <LinkButton href={`${project}/contract.pdf`}>Download as PDF</LinkButton>
        </p>
      </PageHead>
      <ContractClauses clauses={clauses} />
      <Amendments list={amendments} />
      <ContractHash hash={hash} matches={matches} href={`${project}/contract.json`} />
    </article>
  );
}
