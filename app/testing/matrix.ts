/**
 * Who gets what: every route, whose thing it is asked for, and the answer for each kind of reader. A route of the build
 * that is not in here fails a test, so nobody adds a page without saying who may see it.
 *
 * A path may name things of the little world in `world.ts`: {mine: …} is the signed-in person's own,
 * {theirs: …} is another's of the same role. A line that starts with POST sends an empty form.
 *
 *   200, 404 …   the status
 *   sign-in      to the sign-in page, and back here afterwards; for a form, a page that keeps it and leads there
 *   welcome      to the first steps of somebody new, and back here afterwards
 *   → /path      a redirect there
 *
 * Signing out comes last: it ends the sessions that the other lines ask with.
 */
import { MESSAGE_ROWS } from './matrix-messages.ts';
import { PAPER_ROWS } from './matrix-papers.ts';
import { NOTICE_ROWS } from './matrix-notices.ts';
import { DELIVERY_ROWS } from './matrix-deliveries.ts';
import { SEARCH_ROWS } from './matrix-searches.ts';
import { PROJECT_ROWS } from './matrix-projects.ts';
import { PROPOSAL_ROWS } from './matrix-proposals.ts';

export const ROLES = ['anonymous', 'newcomer', 'publisher', 'designer', 'admin'] as const;

const TABLE = `
route                       | asked for                              | anonymous | newcomer  | publisher | designer | admin

root                        | /                                      | 200       | 200       | 200       | 200      | 200
_index                      | /                                      | 200       | 200       | 200       | 200      | 200
$                           | /nowhere/at/all                        | 404       | 404       | 404       | 404      | 404
$                           | POST /nowhere/at/all                   | 404       | 404       | 404       | 404      | 404
dev.sign-in                 | /dev/sign-in                           | 200       | 200       | 200       | 200      | 200
dev.sign-in                 | POST /dev/sign-in                      | 400       | 400       | 400       | 400      | 400
auth.sign-in                | /auth/sign-in?to=/covers               | → /dev/sign-in?to=%2Fcovers | → /dev/sign-in?to=%2Fcovers | → /dev/sign-in?to=%2Fcovers | → /dev/sign-in?to=%2Fcovers | → /dev/sign-in?to=%2Fcovers
auth.callback               | /auth/callback?code=none&state=none    | 404       | 404       | 404       | 404      | 404
auth.callback               | /auth/callback?state=none&error=none   | 404       | 404       | 404       | 404      | 404
auth.sign-out               | /auth/sign-out                         | → /       | → /       | → /       | → /      | → /
pictures                    | /pictures                              | → /       | → /       | → /       | → /      | → /
pictures                    | POST /pictures                         | → /       | → /       | → /       | → /      | → /
api.v1.cover-specs          | /api/v1/cover-specs?printer=kdp&format=paperback_wrap&trim=6x9&paper=white&pages=200 | 200 | 200 | 200 | 200 | 200
api.v1.cover-specs          | /api/v1/cover-specs?printer=kdp&format=paperback_wrap&trim=6x9&paper=white&pages=22 | 422 | 422 | 422 | 422 | 422
tools.cover-size            | /tools/cover-size                      | 200       | 200       | 200       | 200      | 200
tools.cover-size            | /tools/cover-size?printer=kdp&format=paperback_wrap&trim=6x9&paper=white&pages=200&spine=1&direction=rtl&dpi=72 | 200 | 200 | 200 | 200 | 200
tools.cover-size            | /tools/cover-size?printer=kdp&format=paperback_wrap&trim=6x9&paper=white&pages=22 | 422 | 422 | 422 | 422 | 422
tools.cover-size_.$file     | /tools/cover-size/template.svg?printer=kdp&format=paperback_wrap&trim=6x9&paper=white&pages=200&dpi=72 | 200       | 200       | 200       | 200       | 200
tools.cover-size_.$file     | /tools/cover-size/template.pdf?printer=kdp&format=paperback_wrap&trim=6x9&paper=white&pages=200&dpi=72 | 200       | 200       | 200       | 200       | 200
tools.cover-size_.$file     | /tools/cover-size/template.png?printer=kdp&format=paperback_wrap&trim=6x9&paper=white&pages=200&dpi=72 | 200       | 200       | 200       | 200       | 200
tools.cover-size_.$file     | /tools/cover-size/template.pdf         | 422       | 422       | 422       | 422       | 422
tools.cover-size_.$file     | /tools/cover-size/template.png?printer=kdp&format=hardcover_case&trim=8.25x11&paper=white&pages=200&dpi=1200 | 422       | 422       | 422       | 422       | 422
tools.cover-size_.$file     | /tools/cover-size/template.exe         | 404       | 404       | 404       | 404       | 404
tools.cover-size_.$file     | POST /tools/cover-size/template.pdf    | 405       | 405       | 405       | 405       | 405
media.$                     | /media/none                            | 404       | 404       | 404       | 404      | 404
media.$                     | /media/{private picture}/320.jpeg      | 404       | 404       | 404       | 404      | 404
media.$                     | /media/../originals/{original}         | 404       | 404       | 404       | 404      | 404

welcome._index              | /welcome                               | sign-in   | → /welcome/role | → /briefs/new | → /portfolio/new | → /
welcome._index              | /welcome?to=%2Fcovers                  | sign-in   | → /welcome/role?to=%2Fcovers | → /covers | → /covers | → /covers
welcome._index              | /welcome?to=%2F%2Fevil.example         | sign-in   | → /welcome/role | → /briefs/new | → /portfolio/new | → /
welcome.role                | /welcome/role                          | sign-in   | 200       | 200       | 200      | 200
welcome.role                | POST /welcome/role                     | sign-in   | 400       | 400       | 400      | 400
welcome.$step               | /welcome/about                         | sign-in   | → /welcome/role | 200       | 200      | → /
welcome.$step               | /welcome/work                          | sign-in   | → /welcome/role | → /briefs/new | 200      | → /
welcome.$step               | /welcome/none                          | sign-in   | 404       | 404       | 404      | 404
welcome.$step               | POST /welcome/about                    | sign-in   | → /welcome/role | → /briefs/new | → /portfolio/new | → /
welcome.$step               | POST /welcome/work                     | sign-in   | → /welcome/role | → /briefs/new | → /portfolio/new | → /

briefs._index               | /briefs                                | 200       | 200       | 200       | 200      | 200
briefs._index               | /briefs?genre=none&sort=none&q=%00     | 200       | 200       | 200       | 200      | 200
briefs.format-size          | /briefs/format-size                    | 200       | 200       | 200       | 200      | 200
briefs.format-size          | /briefs/format-size?kind=paperback_wrap&printer=kdp&trim=6x9&paper=white&pages=830&kind=x | 200 | 200 | 200 | 200 | 200
briefs.new                  | /briefs/new                            | sign-in   | welcome   | 200       | 403      | 200
briefs.mine                 | /briefs/mine                           | sign-in   | welcome   | 200       | 403      | 200
briefs.$briefId._index      | /briefs/{mine: brief}                  | 200       | 200       | 200       | 200      | 200
briefs.$briefId._index      | /briefs/{theirs: brief}                | 200       | 200       | 200       | 200      | 200
briefs.$briefId._index      | /briefs/{mine: draft}                  | 404       | 404       | 200       | 404      | 200
briefs.$briefId._index      | /briefs/{theirs: draft}                | 404       | 404       | 404       | 404      | 200
briefs.$briefId._index      | /briefs/{mine: invite}                 | 404       | 404       | 200       | 200      | 200
briefs.$briefId._index      | /briefs/{theirs: invite}               | 404       | 404       | 404       | 404      | 200
briefs.$briefId._index      | /briefs/{nobody}                       | 404       | 404       | 404       | 404      | 404
briefs.$briefId._index      | /briefs/none                           | 404       | 404       | 404       | 404      | 404
briefs.$briefId.edit        | /briefs/{mine: brief}/edit             | sign-in   | welcome   | 200       | 403      | 403
briefs.$briefId.edit        | /briefs/{mine: draft}/edit             | sign-in   | welcome   | 200       | 403      | 403
briefs.$briefId.edit        | /briefs/{theirs: brief}/edit           | sign-in   | welcome   | 403       | 403      | 403
briefs.$briefId.edit        | /briefs/{theirs: draft}/edit           | sign-in   | welcome   | 404       | 403      | 403
briefs.$briefId.edit        | POST /briefs/{theirs: brief}/edit      | sign-in   | welcome   | 403       | 403      | 403
briefs.$briefId.edit        | POST /briefs/{theirs: draft}/edit      | sign-in   | welcome   | 404       | 403      | 403
briefs.$briefId.edit        | /briefs/{nobody}/edit                  | sign-in   | welcome   | 404       | 403      | 404
briefs.$briefId.move.$name  | /briefs/{mine: brief}/move/close       | sign-in   | welcome   | 200       | 403      | 200
briefs.$briefId.move.$name  | /briefs/{theirs: brief}/move/close     | sign-in   | welcome   | 403       | 403      | 200
briefs.$briefId.move.$name  | /briefs/{theirs: draft}/move/publish   | sign-in   | welcome   | 404       | 404      | 403
briefs.$briefId.move.$name  | POST /briefs/{theirs: brief}/move/reopen | sign-in | welcome | 403       | 403      | 403
briefs.$briefId.move.$name  | POST /briefs/{theirs: draft}/move/publish | sign-in | welcome | 404      | 404      | 403
briefs.$briefId.move.$name  | /briefs/{mine: brief}/move/none        | sign-in   | welcome   | 404       | 404      | 404
briefs.$briefId.log         | /briefs/{mine: brief}/log              | sign-in   | welcome   | 200       | 200       | 200
briefs.$briefId.log         | /briefs/{theirs: brief}/log?after=none | sign-in   | welcome   | 200       | 200       | 200
briefs.$briefId.log         | /briefs/{mine: draft}/log              | sign-in   | welcome   | 200       | 404       | 200
briefs.$briefId.log         | /briefs/{theirs: draft}/log            | sign-in   | welcome   | 404       | 404       | 200
briefs.$briefId.log         | /briefs/{theirs: invite}/log           | sign-in   | welcome   | 404       | 404       | 200
briefs.$briefId.log         | /briefs/none/log                       | sign-in   | welcome   | 404       | 404       | 404
briefs.$briefId.reviews     | /briefs/{mine: brief}/reviews          | sign-in   | welcome   | 200       | 200       | 200
briefs.$briefId.reviews     | /briefs/{theirs: brief}/reviews?after=none | sign-in   | welcome   | 200       | 200       | 200
briefs.$briefId.reviews     | /briefs/{theirs: draft}/reviews        | sign-in   | welcome   | 404       | 404       | 200
briefs.$briefId.reviews     | /briefs/{nobody}/reviews               | sign-in   | welcome   | 404       | 404       | 404
briefs.$briefId.duplicate   | /briefs/{mine: brief}/duplicate        | sign-in   | welcome   | → /briefs/{mine: brief} | 403 | 403
briefs.$briefId.duplicate   | POST /briefs/{theirs: draft}/duplicate | sign-in   | welcome   | 404       | 403      | 403
briefs.$briefId.references  | /briefs/{mine: brief}/references       | sign-in   | welcome   | 200       | 403      | 403
briefs.$briefId.references  | /briefs/{theirs: brief}/references     | sign-in   | welcome   | 403       | 403      | 403
briefs.$briefId.references  | /briefs/{theirs: draft}/references     | sign-in   | welcome   | 404       | 403      | 403
briefs.$briefId.references_.$referenceId.remove | /briefs/{mine: brief}/references/{mine: reference}/remove | sign-in | welcome | → /briefs/{mine: brief}/references | 403 | 403
briefs.$briefId.references_.$referenceId.remove | POST /briefs/{theirs: brief}/references/{theirs: reference}/remove | sign-in | welcome | 403 | 403 | 403
briefs.$briefId.references_.$referenceId.$size | /briefs/{theirs: draft}/references/{theirs: reference}/320.jpeg | 404 | 404 | 404 | 404 | 404

covers._index               | /covers                                | 200       | 200       | 200       | 200      | 200
covers._index               | /covers?genre=none&after=none&q=%00    | 200       | 200       | 200       | 200      | 200
covers.$pieceId             | /covers/{mine: piece}                  | 200       | 200       | 200       | 200      | 200
covers.$pieceId             | /covers/{theirs: piece}                | 200       | 200       | 200       | 200      | 200
covers.$pieceId             | /covers/{mine: hidden piece}           | 404       | 404       | 404       | 404      | 404
covers.$pieceId             | /covers/{theirs: hidden piece}         | 404       | 404       | 404       | 404      | 404
covers.$pieceId             | /covers/{nobody}                       | 404       | 404       | 404       | 404      | 404
covers.$pieceId             | /covers/none                           | 404       | 404       | 404       | 404      | 404
covers.$pieceId_.previews   | /covers/{mine: piece}/previews         | 200       | 200       | 200       | 200      | 200
covers.$pieceId_.previews   | /covers/{theirs: piece}/previews?printer=none&trim=%00&pages=-1 | 200 | 200 | 200 | 200 | 200
covers.$pieceId_.previews   | /covers/{mine: hidden piece}/previews  | 404       | 404       | 404       | 404      | 404
covers.$pieceId_.previews   | /covers/{theirs: hidden piece}/previews | 404      | 404       | 404       | 404      | 404
covers.$pieceId_.previews   | /covers/{nobody}/previews              | 404       | 404       | 404       | 404      | 404
covers.$pieceId_.previews   | /covers/none/previews                  | 404       | 404       | 404       | 404      | 404
designers._index            | /designers                             | 200       | 200       | 200       | 200      | 200
designers.$slug             | /designers/{mine: slug}                | 200       | 200       | 200       | 200      | 200
designers.$slug             | /designers/{theirs: slug}              | 200       | 200       | 200       | 200      | 200
designers.$slug             | /designers/none                        | 404       | 404       | 404       | 404      | 404
designers.$slug_.reviews    | /designers/{mine: slug}/reviews        | 200       | 200       | 200       | 200       | 200
designers.$slug_.reviews    | /designers/{theirs: slug}/reviews?before=none | 200       | 200       | 200       | 200       | 200
designers.$slug_.reviews    | /designers/none/reviews                | 404       | 404       | 404       | 404       | 404
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

files.$fileId               | /files/{mine: file}                    | sign-in   | 404       | 404       | 404      | 404
files.$fileId               | /files/{nobody}                        | sign-in   | 404       | 404       | 404      | 404
files.$fileId               | /files/none                            | sign-in   | 404       | 404       | 404      | 404
files.$fileId_.$size        | /files/{mine: file}/320                | sign-in   | 404       | 404       | 404      | 404
files.$fileId_.$size        | /files/{theirs: file}/320              | sign-in   | 404       | 404       | 404      | 404
files.$fileId_.$size        | /files/{nobody}/none                   | sign-in   | 404       | 404       | 404      | 404

portfolio._index            | /portfolio                             | sign-in   | welcome   | 403       | 200      | 403
portfolio.new               | /portfolio/new                         | sign-in   | welcome   | 403       | 200      | 403
portfolio.new               | POST /portfolio/new                    | sign-in   | welcome   | 403       | 415      | 403
portfolio.$pieceId.edit     | /portfolio/{mine: piece}/edit          | sign-in   | welcome   | 403       | 200      | 403
portfolio.$pieceId.edit     | /portfolio/{mine: hidden piece}/edit   | sign-in   | welcome   | 403       | 200      | 403
portfolio.$pieceId.edit     | /portfolio/{theirs: piece}/edit        | sign-in   | welcome   | 403       | 404      | 403
portfolio.$pieceId.edit     | /portfolio/{nobody}/edit               | sign-in   | welcome   | 403       | 404      | 403
portfolio.$pieceId.edit     | /portfolio/none/edit                   | sign-in   | welcome   | 403       | 404      | 403
portfolio.$pieceId.edit     | POST /portfolio/{theirs: piece}/edit   | sign-in   | welcome   | 403       | 404      | 403
portfolio.$pieceId.image    | /portfolio/{mine: piece}/image         | sign-in   | welcome   | 403       | 200      | 403
portfolio.$pieceId.image    | /portfolio/{theirs: piece}/image       | sign-in   | welcome   | 403       | 404      | 403
portfolio.$pieceId.image    | /portfolio/{nobody}/image              | sign-in   | welcome   | 403       | 404      | 403
portfolio.$pieceId.image    | POST /portfolio/{theirs: piece}/image  | sign-in   | welcome   | 403       | 404      | 403
portfolio.$pieceId.previews | /portfolio/{mine: piece}/previews      | sign-in   | welcome   | 403       | 200      | 403
portfolio.$pieceId.previews | /portfolio/{mine: hidden piece}/previews | sign-in | welcome   | 403       | 200      | 403
portfolio.$pieceId.previews | /portfolio/{theirs: piece}/previews    | sign-in   | welcome   | 403       | 404      | 403
portfolio.$pieceId.previews | /portfolio/{theirs: hidden piece}/previews | sign-in | welcome | 403       | 404      | 403
portfolio.$pieceId.previews | /portfolio/{nobody}/previews           | sign-in   | welcome   | 403       | 404      | 403
portfolio.$pieceId.previews | /portfolio/none/previews               | sign-in   | welcome   | 403       | 404      | 403
portfolio.$pieceId.delete   | /portfolio/{mine: piece}/delete        | sign-in   | welcome   | 403       | 200      | 403
portfolio.$pieceId.delete   | /portfolio/{theirs: piece}/delete      | sign-in   | welcome   | 403       | 404      | 403
portfolio.$pieceId.delete   | /portfolio/{nobody}/delete             | sign-in   | welcome   | 403       | 404      | 403
portfolio.$pieceId.delete   | POST /portfolio/{theirs: piece}/delete | sign-in   | welcome   | 403       | 404      | 403
portfolio.$pieceId.move     | /portfolio/{mine: piece}/move          | → /portfolio | → /portfolio | → /portfolio | → /portfolio | → /portfolio
portfolio.$pieceId.move     | POST /portfolio/{theirs: piece}/move   | sign-in   | welcome   | 403       | 404      | 403
account._index              | /account                               | sign-in   | 200       | 200       | 200      | 200
account._index              | POST /account                          | sign-in   | 400       | 400       | 400      | 400
account.profile             | /account/profile                       | sign-in   | welcome   | 403       | 200      | 403
account.sessions.end-all    | /account/sessions/end-all              | → /account | → /account | → /account | → /account | → /account
account.sessions.$sessionId.end | /account/sessions/{mine: session}/end | → /account | → /account | → /account | → /account | → /account
account.sessions.$sessionId.end | POST /account/sessions/{mine: session}/end | sign-in | 404 | → /account | 404 | 404
account.sessions.$sessionId.end | POST /account/sessions/{theirs: session}/end | sign-in | 404 | 404 | 404 | 404
account.sessions.$sessionId.end | POST /account/sessions/{nobody}/end    | sign-in   | 404       | 404       | 404      | 404
account.sessions.$sessionId.end | POST /account/sessions/none/end        | sign-in   | 404       | 404       | 404      | 404

admin.users._index          | /admin/users                           | sign-in   | welcome   | 403       | 403      | 200
admin.users._index          | /admin/users?q=%00%25&role=none&state=none&after=none | sign-in   | welcome   | 403       | 403      | 200
admin.users._index          | POST /admin/users                      | 405       | 405       | 405       | 405      | 405
admin.users.$personId       | /admin/users/{someone}                 | sign-in   | welcome   | 403       | 403      | 200
admin.users.$personId       | POST /admin/users/{someone}            | sign-in   | welcome   | 403       | 403      | 400
admin.users.$personId       | /admin/users/{newcomer}                | sign-in   | welcome   | 403       | 403      | 200
admin.users.$personId       | POST /admin/users/{newcomer}           | sign-in   | welcome   | 403       | 403      | 400
admin.users.$personId       | /admin/users/{publisher}               | sign-in   | welcome   | 403       | 403      | 200
admin.users.$personId       | POST /admin/users/{publisher}          | sign-in   | welcome   | 403       | 403      | 400
admin.users.$personId       | /admin/users/{designer}                | sign-in   | welcome   | 403       | 403      | 200
admin.users.$personId       | POST /admin/users/{designer}           | sign-in   | welcome   | 403       | 403      | 400
admin.users.$personId       | /admin/users/{admin}                   | sign-in   | welcome   | 403       | 403      | 200
admin.users.$personId       | POST /admin/users/{admin}              | sign-in   | welcome   | 403       | 403      | 400
admin.users.$personId       | /admin/users/{nobody}                  | sign-in   | welcome   | 403       | 403      | 404
admin.users.$personId       | POST /admin/users/{nobody}             | sign-in   | welcome   | 403       | 403      | 404
admin.users.$personId       | /admin/users/none                      | sign-in   | welcome   | 403       | 403      | 404
admin.users.$personId       | POST /admin/users/none                 | sign-in   | welcome   | 403       | 403      | 404
admin.audit                 | /admin/audit                           | sign-in   | welcome   | 403       | 403      | 200
admin.audit                 | /admin/audit?person={someone}&type=none&before=none | sign-in   | welcome   | 403       | 403      | 200
admin.audit                 | /admin/audit?person=none&q=%00         | sign-in   | welcome   | 403       | 403      | 200
admin.audit                 | POST /admin/audit                      | 405       | 405       | 405       | 405      | 405
${PROJECT_ROWS}
${PAPER_ROWS}
${PROPOSAL_ROWS}
${MESSAGE_ROWS}
${NOTICE_ROWS}
${DELIVERY_ROWS}
${SEARCH_ROWS}
account.sessions.end-all    | POST /account/sessions/end-all         | sign-in   | → /       | → /       | → /      | → /
auth.sign-out               | POST /auth/sign-out                    | → /       | → /       | → /       | → /      | → /
`;

export type Row = { route: string; method: string; path: string; expected: string[] };

export const MATRIX: Row[] = TABLE.trim()
  .split('\n')
  .slice(1)
  .filter((line) => line.includes('|'))
  .map((line) => {
    const [route = '', asked = '', ...expected] = line.split('|').map((cell) => cell.trim());
    const [, method = 'GET', path = ''] = /^(?:(POST) )?(.*)$/.exec(asked) ?? [];
    return { route, method, path, expected };
  });

/** Routes of a build that the table does not speak of, and rows that speak of a route there is not. */
export function uncovered(routeIds: readonly string[], rows: readonly Row[]) {
  const known = new Set(rows.map(({ route }) => route));
  const built = routeIds.map((id) => id.replace(/^routes\//, ''));
  return {
    missing: built.filter((route) => !known.has(route)),
    gone: [...known].filter((route) => !built.includes(route)),
  };
}

/** From where a form may come: the headers a browser, or a forger, would send. `own` is the product's origin. */
export const senders = (own: string): [who: string, headers: Record<string, string>, may: boolean][] => {
  const { port } = new URL(own);
  return [
    ['a page of ours', { 'Sec-Fetch-Site': 'same-origin', Origin: own }, true],
    ['the address bar', { 'Sec-Fetch-Site': 'none' }, true],
    ['an older browser, from a page of ours', { Origin: own }, true],
    ['a text browser, from a page of ours', { Referer: `${own}/portfolio` }, true],
    ['a neighbour domain', { 'Sec-Fetch-Site': 'same-site', Origin: own }, false],
    ['another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }, false],
    ['another site with our origin', { 'Sec-Fetch-Site': 'cross-site', Origin: own }, false],
    ['a foreign origin', { Origin: 'https://evil.example' }, false],
    ['an opaque origin', { Origin: 'null' }, false],
    ['our name over https', { Origin: own.replace('http:', 'https:') }, false],
    ['our name at another port', { Origin: own.replace(port, '1') }, false],
    ['our name as a part of theirs', { Origin: `${own}.evil.example` }, false],
    ['nobody says', {}, false],
    ['a foreign page', { Referer: `https://evil.example/${own}` }, false],
    ['a page without an address', { Referer: 'about:blank' }, false],
    [
      'a proxy that says it is us',
      { Origin: 'https://evil.example', Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' },
      false,
    ],
  ];
};
