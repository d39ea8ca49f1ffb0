/** The rows of `matrix.ts` about saving, inviting and recommending. */
export const FINDING_ROWS = `
designers.$slug_.save       | /designers/{theirs: slug}/save         | → /designers/{theirs: slug} | → /designers/{theirs: slug} | → /designers/{theirs: slug} | → /designers/{theirs: slug} | → /designers/{theirs: slug}
designers.$slug_.save       | POST /designers/{theirs: slug}/save    | sign-in   | welcome   | 400       | 403      | 400
designers.$slug_.save       | POST /designers/none/save              | sign-in   | welcome   | 400       | 403      | 400
briefs.$briefId.save        | /briefs/{theirs: brief}/save           | → /briefs/{theirs: brief} | → /briefs/{theirs: brief} | → /briefs/{theirs: brief} | → /briefs/{theirs: brief} | → /briefs/{theirs: brief}
briefs.$briefId.save        | POST /briefs/{theirs: brief}/save      | sign-in   | welcome   | 403       | 400      | 403
briefs.for-you              | /briefs/for-you                        | sign-in   | welcome   | 403       | 200      | 403
how-ranking-works           | /how-ranking-works                     | 200       | 200       | 200       | 200      | 200
briefs.$briefId.invite      | /briefs/{mine: brief}/invite           | sign-in   | welcome   | 200       | 403      | 403
briefs.$briefId.invite      | /briefs/{mine: brief}/invite?from=all&q=%00&genre=none&after=none | sign-in | welcome | 200 | 403 | 403
briefs.$briefId.invite      | /briefs/{mine: invite}/invite?from=saved | sign-in | welcome   | 200       | 403      | 403
briefs.$briefId.invite      | /briefs/{mine: draft}/invite           | sign-in   | welcome   | 200       | 403      | 403
briefs.$briefId.invite      | /briefs/{theirs: brief}/invite         | sign-in   | welcome   | 403       | 403      | 403
briefs.$briefId.invite      | /briefs/{theirs: draft}/invite         | sign-in   | welcome   | 404       | 403      | 403
briefs.$briefId.invite_.$slug | /briefs/{mine: brief}/invite/{theirs: slug} | sign-in | welcome | 200      | 403      | 403
briefs.$briefId.invite_.$slug | /briefs/{theirs: brief}/invite/{theirs: slug} | sign-in | welcome | 403    | 403      | 403
briefs.$briefId.invite_.$slug | /briefs/{mine: brief}/invite/none    | sign-in   | welcome   | 404       | 403      | 403
briefs.$briefId.invite_.$slug | POST /briefs/{theirs: brief}/invite/{theirs: slug} | sign-in | welcome | 403 | 403    | 403
briefs.$briefId.invite_.$slug | POST /briefs/{mine: draft}/invite/{theirs: slug} | sign-in | welcome | 409 | 403      | 403
briefs.$briefId.invite_.$slug_.withdraw | /briefs/{mine: invite}/invite/{mine: slug}/withdraw | sign-in | welcome | → /briefs/{mine: invite}/invite | 403 | 403
briefs.$briefId.invite_.$slug_.withdraw | POST /briefs/{theirs: invite}/invite/{theirs: slug}/withdraw | sign-in | welcome | 404 | 403 | 403
briefs.$briefId.invite_.$slug_.withdraw | POST /briefs/{mine: invite}/invite/{theirs: slug}/withdraw | sign-in | welcome | 404 | 403 | 403
invitations._index          | /invitations                           | sign-in   | welcome   | 403       | 200      | 403
invitations._index          | /invitations?show=earlier&after=none   | sign-in   | welcome   | 403       | 200      | 403
invitations.$briefId.decline | /invitations/{mine: invitation}/decline   | sign-in   | welcome   | 403       | 200      | 403
invitations.$briefId.decline | /invitations/{theirs: invitation}/decline | sign-in   | welcome   | 403       | 404      | 403
invitations.$briefId.decline | POST /invitations/{theirs: invitation}/decline | sign-in | welcome | 403      | 404      | 403
invitations.$briefId.decline | /invitations/none/decline             | sign-in   | welcome   | 403       | 404      | 403
saved._index                | /saved                                 | sign-in   | welcome   | 200       | 200      | 200
saved._index                | /saved?after=none&before=none          | sign-in   | welcome   | 200       | 200      | 200
`;
