/** The rows of `matrix.ts` about deciding and papers: comparison, votes of guests, contracts, payments and invoices. `payment` was written down by the publisher; each project has invoice 1. */
export const PAPER_ROWS = `
briefs.$briefId.compare | /briefs/{mine: brief}/compare | sign-in | welcome | 200 | 403 | 403
briefs.$briefId.compare | /briefs/{mine: brief}/compare?sort=price&only=all | sign-in | welcome | 200 | 403 | 403
briefs.$briefId.compare | /briefs/{mine: brief}/compare?sort=none&only=none | sign-in | welcome | 200 | 403 | 403
briefs.$briefId.compare | /briefs/{theirs: brief}/compare | sign-in | welcome | 403 | 403 | 403
briefs.$briefId.compare | /briefs/{theirs: draft}/compare | sign-in | welcome | 404 | 403 | 403
briefs.$briefId.compare | /briefs/{nobody}/compare | sign-in | welcome | 404 | 403 | 404
briefs.$briefId.compare | POST /briefs/{mine: brief}/compare | sign-in | welcome | → /briefs/{mine: brief}/compare | 403 | 403
briefs.$briefId.compare | POST /briefs/{theirs: brief}/compare | sign-in | welcome | 403 | 403 | 403
briefs.$briefId.votes | /briefs/{mine: brief}/votes | sign-in | welcome | 200 | 403 | 403
briefs.$briefId.votes | /briefs/{theirs: brief}/votes | sign-in | welcome | 403 | 403 | 403
briefs.$briefId.votes | POST /briefs/{mine: brief}/votes | sign-in | welcome | → /briefs/{mine: brief}/votes | 403 | 403
briefs.$briefId.votes | POST /briefs/{theirs: brief}/votes | sign-in | welcome | 403 | 403 | 403
briefs.$briefId.votes | POST /briefs/{mine: draft}/votes | sign-in | welcome | 409 | 403 | 403
briefs.$briefId.votes_.$linkId.close | /briefs/{mine: brief}/votes/{mine: link}/close | → /briefs/{mine: brief}/votes | → /briefs/{mine: brief}/votes | → /briefs/{mine: brief}/votes | → /briefs/{mine: brief}/votes | → /briefs/{mine: brief}/votes
briefs.$briefId.votes_.$linkId.close | POST /briefs/{mine: brief}/votes/none/close | sign-in | welcome | 404 | 403 | 403
briefs.$briefId.votes_.$linkId.close | POST /briefs/{mine: brief}/votes/{theirs: link}/close | sign-in | welcome | 404 | 403 | 403
briefs.$briefId.votes_.$linkId.close | POST /briefs/{theirs: brief}/votes/{theirs: link}/close | sign-in | welcome | 403 | 403 | 403
vote.$token | /vote/{mine: vote} | 200 | 200 | 200 | 200 | 200
vote.$token | /vote/{mine: closed vote} | 410 | 410 | 410 | 410 | 410
vote.$token | /vote/none | 404 | 404 | 404 | 404 | 404
vote.$token | POST /vote/{mine: vote} | 400 | 400 | 400 | 400 | 400
vote.$token | POST /vote/{mine: closed vote} | 410 | 410 | 410 | 410 | 410
vote.$token | POST /vote/none | 404 | 404 | 404 | 404 | 404
projects.$projectId.contract | /projects/{mine: project}/contract     | sign-in   | welcome   | 200       | 200      | 404
projects.$projectId.contract | /projects/{theirs: project}/contract   | sign-in   | welcome   | 404       | 404      | 404
projects.$projectId.contract | /projects/{nobody}/contract            | sign-in   | welcome   | 404       | 404      | 404
projects.$projectId.contract | /projects/none/contract                | sign-in   | welcome   | 404       | 404      | 404
projects.$projectId.contract | POST /projects/{mine: project}/contract | 405      | 405       | 405       | 405      | 405
projects.$projectId.contract[.]pdf | /projects/{mine: project}/contract.pdf | sign-in | welcome | 200     | 200      | 404
projects.$projectId.contract[.]pdf | /projects/{theirs: project}/contract.pdf | sign-in | welcome | 404   | 404      | 404
projects.$projectId.contract[.]pdf | POST /projects/{mine: project}/contract.pdf | 405 | 405   | 405       | 405      | 405
projects.$projectId.contract[.]json | /projects/{mine: project}/contract.json | sign-in | welcome | 200   | 200      | 404
projects.$projectId.contract[.]json | /projects/{theirs: project}/contract.json | sign-in | welcome | 404 | 404      | 404
projects.$projectId.contract[.]json | POST /projects/{mine: project}/contract.json | 405 | 405 | 405       | 405      | 405
projects.$projectId.payments | /projects/{mine: project}/payments | sign-in | welcome | 200 | 200 | 404
projects.$projectId.payments | /projects/{mine: disputed}/payments | sign-in | welcome | 200 | 200 | 200
projects.$projectId.payments | /projects/{mine: ended}/payments | sign-in | welcome | 200 | 200 | 404
projects.$projectId.payments | /projects/{theirs: project}/payments | sign-in | welcome | 404 | 404 | 404
projects.$projectId.payments | /projects/{nobody}/payments | sign-in | welcome | 404 | 404 | 404
projects.$projectId.payments | POST /projects/{mine: project}/payments | sign-in | welcome | 400 | 400 | 404
projects.$projectId.payments | POST /projects/{theirs: project}/payments | sign-in | welcome | 404 | 404 | 404
projects.$projectId.payments_.$paymentId.$name | /projects/{mine: project}/payments/{mine: payment}/confirm | → /projects/{mine: project}/payments | → /projects/{mine: project}/payments | → /projects/{mine: project}/payments | → /projects/{mine: project}/payments | → /projects/{mine: project}/payments
projects.$projectId.payments_.$paymentId.$name | POST /projects/{mine: project}/payments/{mine: payment}/confirm | sign-in | welcome | 403 | → /projects/{mine: project}/payments | 404
projects.$projectId.payments_.$paymentId.$name | POST /projects/{theirs: project}/payments/{theirs: payment}/confirm | sign-in | welcome | 404 | 404 | 404
projects.$projectId.payments_.$paymentId.$name | POST /projects/{mine: project}/payments/{theirs: payment}/remove | sign-in | welcome | 404 | 404 | 404
projects.$projectId.payments_.$paymentId.$name | POST /projects/{mine: project}/payments/{mine: payment}/none | sign-in | welcome | 404 | 404 | 404
projects.$projectId.payments_.$paymentId.$name | POST /projects/{mine: project}/payments/none/remove | sign-in | welcome | 404 | 404 | 404
projects.$projectId.invoices._index | /projects/{mine: project}/invoices | sign-in | welcome | 200 | 200 | 404
projects.$projectId.invoices._index | /projects/{mine: disputed}/invoices | sign-in | welcome | 200 | 200 | 200
projects.$projectId.invoices._index | /projects/{theirs: project}/invoices | sign-in | welcome | 404 | 404 | 404
projects.$projectId.invoices.new | /projects/{mine: project}/invoices/new | sign-in | welcome | 403 | 200 | 403
projects.$projectId.invoices.new | /projects/{theirs: project}/invoices/new | sign-in | welcome | 403 | 404 | 403
projects.$projectId.invoices.new | POST /projects/{mine: project}/invoices/new | sign-in | welcome | 403 | 400 | 403
projects.$projectId.invoices.new | POST /projects/{theirs: project}/invoices/new | sign-in | welcome | 403 | 404 | 403
projects.$projectId.invoices.$number._index | /projects/{mine: project}/invoices/1 | sign-in | welcome | 200 | 200 | 404
projects.$projectId.invoices.$number._index | /projects/{mine: project}/invoices/2 | sign-in | welcome | 404 | 404 | 404
projects.$projectId.invoices.$number._index | /projects/{mine: project}/invoices/none | sign-in | welcome | 404 | 404 | 404
projects.$projectId.invoices.$number._index | /projects/{theirs: project}/invoices/1 | sign-in | welcome | 404 | 404 | 404
projects.$projectId.invoices.$number[.]pdf | /projects/{mine: project}/invoices/1.pdf | sign-in | welcome | 200 | 200 | 404
projects.$projectId.invoices.$number[.]pdf | /projects/{mine: project}/invoices/2.pdf | sign-in | welcome | 404 | 404 | 404
projects.$projectId.invoices.$number[.]pdf | /projects/{theirs: project}/invoices/1.pdf | sign-in | welcome | 404 | 404 | 404
projects.$projectId.invoices.$number[.]pdf | POST /projects/{mine: project}/invoices/1.pdf | 405 | 405 | 405 | 405 | 405
projects.$projectId.invoices.$number.correct | /projects/{mine: project}/invoices/1/correct | sign-in | welcome | 403 | 200 | 403
projects.$projectId.invoices.$number.correct | /projects/{theirs: project}/invoices/1/correct | sign-in | welcome | 403 | 404 | 403
projects.$projectId.invoices.$number.correct | POST /projects/{mine: project}/invoices/1/correct | sign-in | welcome | 403 | 400 | 403
projects.$projectId.invoices.$number.correct | POST /projects/{theirs: project}/invoices/1/correct | sign-in | welcome | 403 | 404 | 403
`;
