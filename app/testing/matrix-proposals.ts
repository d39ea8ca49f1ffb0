/** The rows of `matrix.ts` about proposals. */
export const PROPOSAL_ROWS = `
briefs.$briefId.proposals._index | /briefs/{mine: brief}/proposals   | sign-in   | welcome   | 200       | 403      | 403
briefs.$briefId.proposals._index | /briefs/{mine: brief}/proposals?state=none&after=none | sign-in | welcome | 200 | 403 | 403
briefs.$briefId.proposals._index | /briefs/{theirs: brief}/proposals | sign-in   | welcome   | 403       | 403      | 403
briefs.$briefId.proposals._index | /briefs/{theirs: draft}/proposals | sign-in   | welcome   | 404       | 403      | 403
briefs.$briefId.proposals._index | /briefs/none/proposals            | sign-in   | welcome   | 404       | 403      | 404
briefs.$briefId.proposals.new | /briefs/{theirs: brief}/proposals/new | sign-in  | welcome   | 403       | 200      | 403
briefs.$briefId.proposals.new | /briefs/{mine: brief}/proposals/new  | sign-in   | welcome   | 403       | → /proposals/{mine: proposal} | 403
briefs.$briefId.proposals.new | /briefs/{mine: unanswered brief}/proposals/new | sign-in | welcome | 403 | 200   | 403
briefs.$briefId.proposals.new | /briefs/{theirs: invite}/proposals/new | sign-in | welcome   | 403       | 404      | 403
briefs.$briefId.proposals.new | /briefs/{mine: draft}/proposals/new  | sign-in   | welcome   | 403       | 404      | 403
briefs.$briefId.proposals.new | POST /briefs/{theirs: invite}/proposals/new | sign-in | welcome | 403     | 404      | 403
proposals._index            | /proposals                             | sign-in   | welcome   | 403       | 200      | 403
proposals._index            | /proposals?state=none&before=none      | sign-in   | welcome   | 403       | 200      | 403
proposals.$proposalId._index | /proposals/{mine: proposal}           | sign-in   | welcome   | 200       | 200      | 404
proposals.$proposalId._index | /proposals/{mine: counter-offer}      | sign-in   | welcome   | 200       | 200      | 404
proposals.$proposalId._index | /proposals/{mine: unsent}             | sign-in   | welcome   | 404       | → /briefs/{mine: unanswered brief}/proposals/new | 404
proposals.$proposalId._index | /proposals/{theirs: proposal}         | sign-in   | welcome   | 404       | 404      | 404
proposals.$proposalId._index | /proposals/{nobody}                   | sign-in   | welcome   | 404       | 404      | 404
proposals.$proposalId._index | /proposals/none                       | sign-in   | welcome   | 404       | 404      | 404
proposals.$proposalId.edit  | /proposals/{mine: proposal}/edit       | sign-in   | welcome   | 200       | 200      | 404
proposals.$proposalId.edit  | /proposals/{theirs: proposal}/edit     | sign-in   | welcome   | 404       | 404      | 404
proposals.$proposalId.edit  | POST /proposals/{theirs: proposal}/edit | sign-in  | welcome   | 404       | 404      | 404
proposals.$proposalId.discard | /proposals/{mine: unsent}/discard    | sign-in   | welcome   | 404       | 200      | 404
proposals.$proposalId.discard | /proposals/{mine: proposal}/discard  | sign-in   | welcome   | 409       | 409      | 404
proposals.$proposalId.discard | POST /proposals/{theirs: unsent}/discard | sign-in | welcome  | 404       | 404      | 404
proposals.$proposalId.move.$name | /proposals/{mine: proposal}/move/accept | sign-in | welcome | 200      | 403      | 404
proposals.$proposalId.move.$name | /proposals/{mine: counter-offer}/move/accept | sign-in | welcome | 403 | 200      | 404
proposals.$proposalId.move.$name | /proposals/{mine: proposal}/move/withdraw | sign-in | welcome | 403    | 200      | 404
proposals.$proposalId.move.$name | /proposals/{mine: proposal}/move/reconsider | sign-in | welcome | 409  | 403      | 404
proposals.$proposalId.move.$name | /proposals/{mine: proposal}/move/expire | sign-in | welcome | 404      | 404      | 404
proposals.$proposalId.move.$name | POST /proposals/{theirs: proposal}/move/decline | sign-in | welcome | 404 | 404   | 404
proposals.$proposalId.move.$name | POST /proposals/{theirs: counter-offer}/move/accept | sign-in | welcome | 404 | 404 | 404
`;
