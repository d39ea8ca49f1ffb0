/**
 * The rows of `matrix.ts` about projects. `project` is just agreed, `disputed` was at its front cover, `ended` was cancelled; staff
 * read a project once it is disputed.
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
`;
