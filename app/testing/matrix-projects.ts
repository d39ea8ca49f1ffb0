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
projects.$projectId.cancel  | /projects/{mine: project}/cancel       | sign-in   | welcome   | 200       | 200      | 404
projects.$projectId.cancel  | /projects/{mine: disputed}/cancel      | sign-in   | welcome   | 409       | 409      | 403
projects.$projectId.cancel  | /projects/{mine: ended}/cancel         | sign-in   | welcome   | 409       | 409      | 404
projects.$projectId.cancel  | /projects/{theirs: project}/cancel     | sign-in   | welcome   | 404       | 404      | 404
projects.$projectId.cancel  | /projects/{nobody}/cancel              | sign-in   | welcome   | 404       | 404      | 404
projects.$projectId.cancel  | POST /projects/{mine: project}/cancel  | sign-in   | welcome   | 400       | 400      | 404
projects.$projectId.cancel  | POST /projects/{mine: disputed}/cancel | sign-in   | welcome   | 409       | 409      | 403
projects.$projectId.cancel  | POST /projects/{theirs: project}/cancel | sign-in  | welcome   | 404       | 404      | 404
projects.$projectId.dispute._index | /projects/{mine: project}/dispute | sign-in | welcome   | 200       | 200      | 404
projects.$projectId.dispute._index | /projects/{mine: disputed}/dispute | sign-in | welcome  | 200       | 200      | 200
projects.$projectId.dispute._index | /projects/{theirs: disputed}/dispute | sign-in | welcome | 404      | 404      | 200
projects.$projectId.dispute._index | /projects/{nobody}/dispute     | sign-in   | welcome   | 404       | 404      | 404
projects.$projectId.dispute._index | POST /projects/{mine: disputed}/dispute | sign-in | welcome | 400 | 400  | 400
projects.$projectId.dispute._index | POST /projects/{theirs: project}/dispute | sign-in | welcome | 404 | 404 | 404
projects.$projectId.dispute.new | /projects/{mine: project}/dispute/new | sign-in | welcome | 200       | 200      | 404
projects.$projectId.dispute.new | /projects/{mine: disputed}/dispute/new | sign-in | welcome | 409      | 409      | 403
projects.$projectId.dispute.new | /projects/{theirs: project}/dispute/new | sign-in | welcome | 404     | 404      | 404
projects.$projectId.dispute.new | POST /projects/{mine: project}/dispute/new | sign-in | welcome | 400  | 400      | 404
projects.$projectId.dispute.new | POST /projects/{mine: ended}/dispute/new | sign-in | welcome | 409    | 409      | 404
projects.$projectId.dispute.new | POST /projects/{nobody}/dispute/new | sign-in | welcome   | 404       | 404      | 404
projects.$projectId.move.$name | /projects/{mine: disputed}/move/settle | sign-in | welcome | 200       | 403      | 200
projects.$projectId.amendments._index | /projects/{mine: project}/amendments | sign-in | welcome | 200    | 200      | 404
projects.$projectId.amendments._index | /projects/{mine: disputed}/amendments | sign-in | welcome | 200   | 200      | 200
projects.$projectId.amendments._index | /projects/{theirs: project}/amendments | sign-in | welcome | 404  | 404      | 404
projects.$projectId.amendments._index | POST /projects/{mine: project}/amendments | 405 | 405  | 405       | 405      | 405
projects.$projectId.amendments.new | /projects/{mine: project}/amendments/new | sign-in | welcome | 200   | 200      | 404
projects.$projectId.amendments.new | /projects/{mine: project}/amendments/new?rounds=1 | sign-in | welcome | 200 | 200 | 404
projects.$projectId.amendments.new | /projects/{mine: disputed}/amendments/new | sign-in | welcome | 200  | 200      | 403
projects.$projectId.amendments.new | /projects/{mine: ended}/amendments/new | sign-in | welcome | 409     | 409      | 404
projects.$projectId.amendments.new | /projects/{theirs: project}/amendments/new | sign-in | welcome | 404 | 404      | 404
projects.$projectId.amendments.new | POST /projects/{mine: ended}/amendments/new | sign-in | welcome | 409 | 409     | 404
projects.$projectId.amendments.new | POST /projects/{theirs: project}/amendments/new | sign-in | welcome | 404 | 404 | 404
projects.$projectId.amendments.$number.$name | /projects/{mine: disputed}/amendments/1/accept | sign-in | welcome | 403 | 200 | 403
projects.$projectId.amendments.$number.$name | /projects/{mine: disputed}/amendments/1/withdraw | sign-in | welcome | 200 | 403 | 403
projects.$projectId.amendments.$number.$name | /projects/{mine: disputed}/amendments/2/accept | sign-in | welcome | 404 | 404 | 404
projects.$projectId.amendments.$number.$name | /projects/{mine: disputed}/amendments/none/accept | sign-in | welcome | 404 | 404 | 404
projects.$projectId.amendments.$number.$name | /projects/{mine: disputed}/amendments/1/none | sign-in | welcome | 404 | 404 | 404
projects.$projectId.amendments.$number.$name | POST /projects/{mine: disputed}/amendments/1/lapse | sign-in | welcome | 404 | 404 | 404
projects.$projectId.amendments.$number.$name | POST /projects/{theirs: disputed}/amendments/1/accept | sign-in | welcome | 404 | 404 | 403
projects.$projectId.pages   | /projects/{mine: project}/pages        | sign-in   | welcome   | 200       | 403      | 404
projects.$projectId.pages   | /projects/{mine: project}/pages?pages=none&format=none | sign-in | welcome | 400 | 403 | 404
projects.$projectId.pages   | /projects/{mine: disputed}/pages       | sign-in   | welcome   | 409       | 403      | 403
projects.$projectId.pages   | /projects/{theirs: project}/pages      | sign-in   | welcome   | 404       | 404      | 404
projects.$projectId.pages   | POST /projects/{mine: project}/pages   | sign-in   | welcome   | 400       | 403      | 404
projects.$projectId.pages   | POST /projects/{mine: ended}/pages     | sign-in   | welcome   | 409       | 403      | 404
projects.$projectId.pages   | POST /projects/{theirs: project}/pages | sign-in   | welcome   | 404       | 404      | 404
admin.disputes._index       | /admin/disputes                        | sign-in   | welcome   | 403       | 403      | 200
admin.disputes._index       | /admin/disputes?state=ended&after=none | sign-in   | welcome   | 403       | 403      | 200
admin.disputes._index       | POST /admin/disputes                   | 405       | 405       | 405       | 405      | 405
admin.disputes.$disputeId   | /admin/disputes/{mine: dispute}        | sign-in   | welcome   | 403       | 403      | 200
admin.disputes.$disputeId   | /admin/disputes/{theirs: dispute}      | sign-in   | welcome   | 403       | 403      | 200
admin.disputes.$disputeId   | /admin/disputes/{nobody}               | sign-in   | welcome   | 403       | 403      | 404
admin.disputes.$disputeId   | /admin/disputes/none                   | sign-in   | welcome   | 403       | 403      | 404
admin.disputes.$disputeId   | POST /admin/disputes/{mine: dispute}   | sign-in   | welcome   | 403       | 403      | 400
admin.disputes.$disputeId   | POST /admin/disputes/{nobody}          | sign-in   | welcome   | 403       | 403      | 404
`;
