/**
 * The rows of `matrix.ts` about conversations, blocks and reports. In `talk` the designer said something and the publisher
 * answered; `message` is the designer's, `answer` the publisher's, `prospect` a brief that the designer is invited to and nobody has written about.
 */
export const MESSAGE_ROWS = `
messages._index             | /messages                              | sign-in   | welcome   | 200       | 200      | 200
messages._index             | /messages?q=%00+%22&after=none         | sign-in   | welcome   | 200       | 200      | 200
messages._index             | POST /messages                         | 405       | 405       | 405       | 405      | 405
messages.$conversationId._index | /messages/{mine: talk}             | sign-in   | welcome   | 200       | 200      | 404
messages.$conversationId._index | /messages/{mine: talk}?after=none&before=none | sign-in | welcome | 200    | 200      | 404
messages.$conversationId._index | /messages/{theirs: talk}           | sign-in   | welcome   | 404       | 404      | 404
messages.$conversationId._index | /messages/{theirs: disputed talk}  | sign-in   | welcome   | 404       | 404      | 200
messages.$conversationId._index | /messages/{nobody}                 | sign-in   | welcome   | 404       | 404      | 404
messages.$conversationId._index | /messages/none                     | sign-in   | welcome   | 404       | 404      | 404
messages.$conversationId._index | POST /messages/{mine: talk}        | sign-in   | welcome   | 400       | 400      | 404
messages.$conversationId._index | POST /messages/{theirs: talk}      | sign-in   | welcome   | 404       | 404      | 404
messages.$conversationId.live   | /messages/{mine: talk}/live        | sign-in   | welcome   | 406       | 406      | 404
messages.$conversationId.live   | /messages/{theirs: talk}/live      | sign-in   | welcome   | 404       | 404      | 404
messages.$conversationId.live   | /messages/{theirs: disputed talk}/live | sign-in | welcome | 404       | 404      | 403
messages.$conversationId.live   | /messages/none/live                | sign-in   | welcome   | 404       | 404      | 404
messages.$conversationId.live   | POST /messages/{mine: talk}/live   | 405       | 405       | 405       | 405      | 405
messages.$conversationId.typing | /messages/{mine: talk}/typing      | → /messages/{mine: talk} | → /messages/{mine: talk} | → /messages/{mine: talk} | → /messages/{mine: talk} | → /messages/{mine: talk}
messages.$conversationId.typing | POST /messages/{mine: talk}/typing | sign-in   | welcome   | → /messages/{mine: talk} | → /messages/{mine: talk} | 404
messages.$conversationId.typing | POST /messages/{theirs: talk}/typing | sign-in | welcome   | 404       | 404      | 404
messages.$conversationId.typing | POST /messages/none/typing         | sign-in   | welcome   | 404       | 404      | 404
messages.$conversationId.read   | /messages/{mine: talk}/read        | → /messages/{mine: talk} | → /messages/{mine: talk} | → /messages/{mine: talk} | → /messages/{mine: talk} | → /messages/{mine: talk}
messages.$conversationId.read   | POST /messages/{mine: talk}/read   | sign-in   | welcome   | 400       | 400      | 404
messages.$conversationId.read   | POST /messages/{theirs: talk}/read | sign-in   | welcome   | 404       | 404      | 404
messages.$conversationId.files  | /messages/{mine: talk}/files       | sign-in   | welcome   | 200       | 200      | 404
messages.$conversationId.files  | /messages/{theirs: talk}/files     | sign-in   | welcome   | 404       | 404      | 404
messages.$conversationId.files  | /messages/{theirs: disputed talk}/files | sign-in | welcome | 404      | 404      | 403
messages.$conversationId.files  | POST /messages/{mine: talk}/files  | sign-in   | welcome   | 200       | 200      | 404
messages.$conversationId.files  | POST /messages/{theirs: talk}/files | sign-in  | welcome   | 404       | 404      | 404
messages.with               | /messages/with?brief={mine: prospect}&designer={designer} | sign-in | welcome | 200 | 200  | 404
messages.with               | /messages/with?brief={mine: unanswered brief}&designer={designer} | sign-in | welcome | 403 | 403     | 404
messages.with               | /messages/with?brief={theirs: prospect}&designer={designer} | sign-in | welcome | 404 | 403 | 404
messages.with               | /messages/with                         | sign-in   | welcome   | 404       | 404      | 404
messages.with               | /messages/with?brief=none&designer=%00 | sign-in   | welcome   | 404       | 404      | 404
messages.with               | POST /messages/with                    | sign-in   | welcome   | 404       | 404      | 404
account.blocked._index      | /account/blocked                       | sign-in   | welcome   | 200       | 200      | 200
account.blocked.$personId   | /account/blocked/{publisher}           | sign-in   | welcome   | 404       | 200      | 404
account.blocked.$personId   | /account/blocked/{designer}            | sign-in   | welcome   | 200       | 404      | 404
account.blocked.$personId   | /account/blocked/{newcomer}            | sign-in   | welcome   | 404       | 404      | 404
account.blocked.$personId   | /account/blocked/{nobody}              | sign-in   | welcome   | 404       | 404      | 404
account.blocked.$personId   | /account/blocked/none                  | sign-in   | welcome   | 404       | 404      | 404
account.blocked.$personId   | POST /account/blocked/{designer}       | sign-in   | welcome   | 400       | 404      | 404
account.blocked.$personId   | POST /account/blocked/{nobody}         | sign-in   | welcome   | 404       | 404      | 404
report.$subject.$subjectId  | /report/person/{designer}              | sign-in   | welcome   | 200       | 404      | 200
report.$subject.$subjectId  | /report/person/{publisher}             | sign-in   | welcome   | 404       | 200      | 404
report.$subject.$subjectId  | /report/person/{newcomer}              | sign-in   | welcome   | 404       | 404      | 404
report.$subject.$subjectId  | /report/message/{mine: message}        | sign-in   | welcome   | 200       | 404      | 404
report.$subject.$subjectId  | /report/message/{mine: answer}         | sign-in   | welcome   | 404       | 200      | 404
report.$subject.$subjectId  | /report/message/{theirs: message}      | sign-in   | welcome   | 404       | 404      | 404
report.$subject.$subjectId  | /report/brief/{mine: brief}            | sign-in   | welcome   | 404       | 200      | 200
report.$subject.$subjectId  | /report/brief/{theirs: draft}          | sign-in   | welcome   | 404       | 404      | 200
report.$subject.$subjectId  | /report/piece/{mine: piece}            | sign-in   | welcome   | 200       | 404      | 200
report.$subject.$subjectId  | /report/piece/{theirs: hidden piece}   | sign-in   | welcome   | 404       | 404      | 404
report.$subject.$subjectId  | /report/review/{nobody}                | sign-in   | welcome   | 404       | 404      | 404
report.$subject.$subjectId  | /report/review/{mine: review}          | sign-in   | welcome   | 200       | 404      | 200
report.$subject.$subjectId  | /report/none/{designer}                | sign-in   | welcome   | 404       | 404      | 404
report.$subject.$subjectId  | /report/person/none                    | sign-in   | welcome   | 404       | 404      | 404
report.$subject.$subjectId  | POST /report/person/{designer}         | sign-in   | welcome   | 400       | 404      | 400
report.$subject.$subjectId  | POST /report/message/{theirs: message} | sign-in   | welcome   | 404       | 404      | 404
admin.reports._index        | /admin/reports                         | sign-in   | welcome   | 403       | 403      | 200
admin.reports._index        | /admin/reports?state=none&after=none   | sign-in   | welcome   | 403       | 403      | 200
admin.reports._index        | POST /admin/reports                    | 405       | 405       | 405       | 405      | 405
admin.reports.$reportId     | /admin/reports/{mine: report}          | sign-in   | welcome   | 403       | 403      | 200
admin.reports.$reportId     | /admin/reports/{nobody}                | sign-in   | welcome   | 403       | 403      | 404
admin.reports.$reportId     | /admin/reports/none                    | sign-in   | welcome   | 403       | 403      | 404
admin.reports.$reportId     | POST /admin/reports/{mine: report}     | sign-in   | welcome   | 403       | 403      | 400
admin.reports.$reportId     | POST /admin/reports/{nobody}           | sign-in   | welcome   | 403       | 403      | 404
`;
