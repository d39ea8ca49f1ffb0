import type { Contract } from '../domain/projects/contract.ts';
import { contractWords, type Say } from '../domain/projects/contract-words.ts';
import { Paper } from './paper.server.ts';
import type { DocumentFile } from './template.server.ts';

/** A contract as a PDF, from what was frozen alone: both sides, and whoever asks next year, get the same bytes. */
export async function contractFile(contract: Contract, hash: string, say: Say): Promise<DocumentFile> {
  const { book, agreedAt, publisher, designer } = contract;
  const paper = new Paper({
    ...{ title: `Contract: ${book.title}`, date: new Date(agreedAt) },
    foot: `SHA-256 ${hash}`,
  });
  paper.title('Contract', `A cover for ${book.title}, between ${publisher.name} and ${designer.name}`);
  for (const [at, { title, facts, parts, text }] of contractWords(contract, say).entries()) {
    paper.heading(`${at + 1}. ${title}`);
    paper.facts(facts);
    for (const part of parts) {
      paper.subheading(part.title);
      paper.facts(part.facts);
    }
    text.forEach((paragraph) => paper.paragraph(paragraph));
  }
  paper.heading('How to check it');
  paper.paragraph(
    'The SHA-256 at the foot of every page is the hash of the contract as it was stored on the day it was agreed. The project’s page has that text as a file; a program such as sha256sum gives the same number for it. If one letter of it were another, so would the number be.',
  );
  return { name: 'contract.pdf', contentType: 'application/pdf', bytes: await paper.finish() };
}
