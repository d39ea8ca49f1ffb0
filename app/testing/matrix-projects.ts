/**
 * The rows of `matrix.ts` about projects. `project` is just agreed, `disputed` was at its front cover, `ended` was cancelled;
 * `reviewed` was too, and both sides have reviewed it. Staff read a project once it is disputed.
 */
export const PROJECT_ROWS = `
projects._index             | /projects                              | sign-in   | welcome   | 200       | 200      | 200
projects._index             | /projects?state=none&after=none        | sign-in   | welcome   | 200       | 200      | 200
projects.$projectId._index  | /projects/{mine: project}              | sign-in   | welcome   | 200       | 200      | 404
projects.$projectId._index  | /projects/{mine: disputed}             | sign-in   | welcome   | 200       | 200      | 200
projects.$projectId._index  | /projects/{mine: ended}                | sign-in   | welcome   | 200       | 200      | 404
projects.$projectId._index  | /projects/{theirs: project}            | sign-in   | welcome   | 404       | 404      | 404
projects.$projectId._index  | /projects/{theirs: disputed}           | sign-in   | welcome   | 404       | 404      | 200
projects.$projectId._index  | /projects/{nobody}                     | sign-in   | welcome   | 404       | 404      | 404
projects.$projectId._index  | /projects/none                         | sign-in   | welcome   | 404       | 404      | 404
projects.$projectId._index  | POST /projects/{mine: project}         | 405       | 405       | 405       | 405      | 405
projects.$projectId.move.$name | /projects/{mine: project}/move/start | sign-in  | welcome   | 403       | 200      | 404
projects.$projectId.move.$name | /projects/{mine: ended}/move/start  | sign-in   | welcome   | 403       | 409      | 404
projects.$projectId.move.$name | /projects/{theirs: project}/move/start | sign-in | welcome  | 404       | 404      | 404
projects.$projectId.move.$name | /projects/{mine: project}/move/none | sign-in   | welcome   | 404       | 404      | 404
projects.$projectId.move.$name | /projects/{nobody}/move/start       | sign-in   | welcome   | 404       | 404      | 404
projects.$projectId.move.$name | POST /projects/{mine: ended}/move/start | sign-in | welcome | 403       | 409      | 404
projects.$projectId.move.$name | POST /projects/{theirs: project}/move/start | sign-in | welcome | 404   | 404      | 404
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
projects.$projectId.log     | /projects/{mine: project}/log          | sign-in   | welcome   | 200       | 200       | 404
projects.$projectId.log     | /projects/{mine: disputed}/log?after=none | sign-in   | welcome   | 200       | 200       | 200
projects.$projectId.log     | /projects/{theirs: project}/log        | sign-in   | welcome   | 404       | 404       | 404
projects.$projectId.log     | /projects/none/log                     | sign-in   | welcome   | 404       | 404       | 404
projects.$projectId.review  | /projects/{mine: ended}/review         | sign-in   | welcome   | 200       | 200       | 404
projects.$projectId.review  | /projects/{mine: project}/review       | sign-in   | welcome   | 409       | 409       | 404
projects.$projectId.review  | /projects/{mine: disputed}/review      | sign-in   | welcome   | 409       | 409       | 403
projects.$projectId.review  | /projects/{theirs: ended}/review       | sign-in   | welcome   | 404       | 404       | 404
projects.$projectId.review  | /projects/{nobody}/review              | sign-in   | welcome   | 404       | 404       | 404
projects.$projectId.review  | POST /projects/{mine: ended}/review    | sign-in   | welcome   | 400       | 400       | 404
projects.$projectId.review  | POST /projects/{mine: disputed}/review | sign-in   | welcome   | 409       | 409       | 403
projects.$projectId.review  | POST /projects/{theirs: ended}/review  | sign-in   | welcome   | 404       | 404       | 404
projects.$projectId.review_.reply | /projects/{mine: reviewed}/review/reply | sign-in   | welcome   | 200       | 200       | 404
projects.$projectId.review_.reply | /projects/{mine: ended}/review/reply   | sign-in   | welcome   | 409       | 409       | 404
projects.$projectId.review_.reply | /projects/{theirs: reviewed}/review/reply | sign-in   | welcome   | 404       | 404       | 404
projects.$projectId.review_.reply | POST /projects/{mine: reviewed}/review/reply | sign-in   | welcome   | 400       | 400       | 404
projects.$projectId.review_.reply | POST /projects/{theirs: reviewed}/review/reply | sign-in   | welcome   | 404       | 404       | 404
`;
