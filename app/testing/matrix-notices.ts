/** The rows of `matrix.ts` about notifications and mail. The keys of {mine} and {theirs} are the publisher's, the mail has failed. */
export const NOTICE_ROWS = `
notifications._index        | /notifications                         | sign-in   | 200       | 200       | 200      | 200
notifications._index        | /notifications?after=none              | sign-in   | 200       | 200       | 200      | 200
notifications._index        | POST /notifications                    | sign-in   | → /notifications | → /notifications | → /notifications | → /notifications
account.mail                | /account/mail                          | sign-in   | 200       | 200       | 200      | 200
account.mail                | POST /account/mail                     | sign-in   | 400       | 400       | 400      | 400
unsubscribe.$key            | /unsubscribe/{mine: unsubscribe key}   | 200       | 200       | 200       | 200      | 200
unsubscribe.$key            | /unsubscribe/{theirs: unsubscribe key}?topic=none | 200 | 200 | 200       | 200      | 200
unsubscribe.$key            | POST /unsubscribe/{theirs: unsubscribe key}?topic=projects | 200 | 200 | 200 | 200 | 200
unsubscribe.$key            | /unsubscribe/{nobody}                  | 404       | 404       | 404       | 404      | 404
unsubscribe.$key            | POST /unsubscribe/{nobody}?topic=all   | 404       | 404       | 404       | 404      | 404
unsubscribe.$key            | /unsubscribe/none                      | 404       | 404       | 404       | 404      | 404
admin.mail._index           | /admin/mail                            | sign-in   | welcome   | 403       | 403      | 200
admin.mail._index           | /admin/mail?before=none                | sign-in   | welcome   | 403       | 403      | 200
admin.mail.$mailId.again    | /admin/mail/{mine: mail}/again         | → /admin/mail | → /admin/mail | → /admin/mail | → /admin/mail | → /admin/mail
admin.mail.$mailId.again    | POST /admin/mail/{mine: mail}/again    | sign-in   | welcome   | 403       | 403      | → /admin/mail
admin.mail.$mailId.again    | POST /admin/mail/{nobody}/again        | sign-in   | welcome   | 403       | 403      | 404
admin.mail.$mailId.again    | POST /admin/mail/none/again            | sign-in   | welcome   | 403       | 403      | 404
dev.mail                    | /dev/mail                              | 200       | 200       | 200       | 200      | 200
`;
