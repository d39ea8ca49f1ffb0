/** The rows of `matrix.ts` about saved searches and feeds. The searches of {mine} and {theirs} are the publisher's. */
export const SEARCH_ROWS = `
saved.searches._index       | /saved/searches                        | sign-in   | welcome   | 200       | 200      | 200
saved.searches.new          | /saved/searches/new?list=briefs&genre=none&q=%00 | sign-in | welcome | 200 | 200   | 200
saved.searches.new          | /saved/searches/new?list=none          | sign-in   | welcome   | 404       | 404      | 404
saved.searches.new          | /saved/searches/new                    | sign-in   | welcome   | → /saved/searches | → /saved/searches | → /saved/searches
saved.searches.new          | POST /saved/searches/new               | sign-in   | welcome   | 404       | 404      | 404
saved.searches.$searchId    | /saved/searches/{mine: search}         | sign-in   | welcome   | 200       | 404      | 404
saved.searches.$searchId    | /saved/searches/{theirs: search}       | sign-in   | welcome   | 404       | 404      | 404
saved.searches.$searchId    | /saved/searches/none                   | sign-in   | welcome   | 404       | 404      | 404
saved.searches.$searchId    | POST /saved/searches/{mine: search}    | sign-in   | welcome   | 400       | 404      | 404
saved.searches.$searchId    | POST /saved/searches/{theirs: search}  | sign-in   | welcome   | 404       | 404      | 404
feeds.$file                 | /feeds/briefs.atom                     | 200       | 200       | 200       | 200      | 200
feeds.$file                 | /feeds/covers.atom?genre=none&q=%00    | 200       | 200       | 200       | 200      | 200
feeds.$file                 | /feeds/designers.atom?after=none       | 200       | 200       | 200       | 200      | 200
feeds.$file                 | /feeds/people.atom                     | 404       | 404       | 404       | 404      | 404
feeds.$file                 | POST /feeds/briefs.atom                | 405       | 405       | 405       | 405      | 405
feeds.searches.$file        | /feeds/searches/{theirs: search key}.atom | 200    | 200       | 200       | 200      | 200
feeds.searches.$file        | /feeds/searches/{theirs: search}.atom  | 404       | 404       | 404       | 404      | 404
feeds.searches.$file        | /feeds/searches/none.atom              | 404       | 404       | 404       | 404      | 404
feeds.searches.$file        | POST /feeds/searches/none.atom         | 405       | 405       | 405       | 405      | 405
`;
