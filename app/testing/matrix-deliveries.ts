/** The rows of `matrix.ts` about deliveries. `delivered` is a project whose front cover waits to be judged. */
export const DELIVERY_ROWS = `
projects.$projectId.milestones.$kind._index | /projects/{mine: project}/milestones/concepts | sign-in | welcome | 200 | 200 | 404
projects.$projectId.milestones.$kind._index | /projects/{mine: delivered}/milestones/front | sign-in | welcome | 200 | 200 | 404
projects.$projectId.milestones.$kind._index | /projects/{mine: disputed}/milestones/front | sign-in | welcome | 200 | 200 | 200
projects.$projectId.milestones.$kind._index | /projects/{theirs: project}/milestones/concepts | sign-in | welcome | 404 | 404 | 404
projects.$projectId.milestones.$kind._index | /projects/{mine: project}/milestones/none | sign-in | welcome | 404 | 404 | 404
projects.$projectId.milestones.$kind._index | /projects/{nobody}/milestones/front | sign-in | welcome | 404 | 404 | 404
projects.$projectId.milestones.$kind.deliver | /projects/{mine: project}/milestones/concepts/deliver | sign-in | welcome | 403 | 200 | 404
projects.$projectId.milestones.$kind.deliver | /projects/{theirs: project}/milestones/concepts/deliver | sign-in | welcome | 404 | 404 | 404
projects.$projectId.milestones.$kind.deliver | /projects/{mine: ended}/milestones/concepts/deliver | sign-in | welcome | 403 | 409 | 404
projects.$projectId.milestones.$kind.files | /projects/{mine: project}/milestones/concepts/files | sign-in | welcome | 403 | 200 | 404
projects.$projectId.milestones.$kind.files | /projects/{theirs: project}/milestones/concepts/files | sign-in | welcome | 404 | 404 | 404
projects.$projectId.milestones.$kind.files | /projects/{mine: ended}/milestones/concepts/files | sign-in | welcome | 403 | 409 | 404
projects.$projectId.milestones.$kind.deliver | POST /projects/{mine: project}/milestones/concepts/deliver | sign-in | welcome | 403 | 409 | 404
projects.$projectId.milestones.$kind.deliver | POST /projects/{theirs: project}/milestones/concepts/deliver | sign-in | welcome | 404 | 404 | 404
projects.$projectId.milestones.$kind.files | POST /projects/{mine: project}/milestones/concepts/files | sign-in | welcome | 403 | 415 | 404
projects.$projectId.milestones.$kind.files | POST /projects/{theirs: project}/milestones/concepts/files | sign-in | welcome | 404 | 404 | 404
projects.$projectId.milestones.$kind.approve | /projects/{mine: delivered}/milestones/front/approve | sign-in | welcome | 200 | 403 | 404
projects.$projectId.milestones.$kind.approve | /projects/{mine: project}/milestones/concepts/approve | sign-in | welcome | 409 | 403 | 404
projects.$projectId.milestones.$kind.approve | /projects/{theirs: project}/milestones/concepts/approve | sign-in | welcome | 404 | 404 | 404
projects.$projectId.milestones.$kind.approve | POST /projects/{mine: project}/milestones/concepts/approve | sign-in | welcome | 409 | 403 | 404
projects.$projectId.milestones.$kind.approve | POST /projects/{theirs: project}/milestones/concepts/approve | sign-in | welcome | 404 | 404 | 404
projects.$projectId.milestones.$kind.changes | /projects/{mine: delivered}/milestones/front/changes | sign-in | welcome | 200 | 403 | 404
projects.$projectId.milestones.$kind.changes | /projects/{mine: project}/milestones/concepts/changes | sign-in | welcome | 409 | 403 | 404
projects.$projectId.milestones.$kind.changes | /projects/{theirs: project}/milestones/concepts/changes | sign-in | welcome | 404 | 404 | 404
projects.$projectId.milestones.$kind.changes | POST /projects/{mine: project}/milestones/concepts/changes | sign-in | welcome | 409 | 403 | 404
projects.$projectId.milestones.$kind.changes | POST /projects/{theirs: project}/milestones/concepts/changes | sign-in | welcome | 404 | 404 | 404
projects.$projectId.milestones.$kind.ask | /projects/{mine: delivered}/milestones/front/ask | sign-in | welcome | 200 | 403 | 404
projects.$projectId.milestones.$kind.ask | /projects/{mine: project}/milestones/concepts/ask | sign-in | welcome | 409 | 403 | 404
projects.$projectId.milestones.$kind.ask | /projects/{theirs: project}/milestones/concepts/ask | sign-in | welcome | 404 | 404 | 404
projects.$projectId.milestones.$kind.ask | POST /projects/{mine: project}/milestones/concepts/ask | sign-in | welcome | 409 | 403 | 404
projects.$projectId.milestones.$kind.ask | POST /projects/{theirs: project}/milestones/concepts/ask | sign-in | welcome | 404 | 404 | 404
projects.$projectId.milestones.$kind.questions.$questionId | /projects/{mine: delivered}/milestones/front/questions/{nobody} | sign-in | welcome | 403 | 404 | 404
projects.$projectId.milestones.$kind.questions.$questionId | /projects/{theirs: project}/milestones/concepts/questions/{nobody} | sign-in | welcome | 404 | 404 | 404
projects.$projectId.milestones.$kind.questions.$questionId | POST /projects/{mine: delivered}/milestones/front/questions/{nobody} | sign-in | welcome | 403 | 400 | 404
projects.$projectId.milestones.$kind.questions.$questionId | POST /projects/{theirs: project}/milestones/concepts/questions/{nobody} | sign-in | welcome | 404 | 404 | 404
projects.$projectId.milestones.$kind.previews.$fileId | /projects/{mine: delivered}/milestones/front/previews/{nobody} | sign-in | welcome | 404 | 404 | 404
projects.$projectId.milestones.$kind.previews.$fileId | /projects/{theirs: delivered}/milestones/front/previews/{nobody} | sign-in | welcome | 404 | 404 | 404
projects.$projectId.handover[.]zip | /projects/{mine: project}/handover.zip | sign-in | welcome | 404 | 404 | 404
projects.$projectId.handover[.]zip | /projects/{theirs: project}/handover.zip | sign-in | welcome | 404 | 404 | 404
projects.$projectId.handover[.]zip | POST /projects/{mine: project}/handover.zip | 405 | 405 | 405 | 405 | 405
`;
