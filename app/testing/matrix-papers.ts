/** The rows of `matrix.ts` about papers: contracts, payments and invoices. `payment` was written down by the publisher; each project has invoice 1. */
export const PAPER_ROWS = `
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
