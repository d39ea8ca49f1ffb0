/** Designers, second half. */
import type { SeedDesigner } from './types.server.ts';

export const designersTwo: SeedDesigner[] = [
  {
    subject: 'seed-designer-dobrynina',
    name: 'Yelena Dobrynina',
    email: 'yelena.d@example.org',
    headline: 'Constructed, not decorated: covers that could be built by a competent carpenter',
    bio: `I trained as a stage designer and still make models. Most of my covers exist as small rooms, forty centimetres wide, in cardboard and thread and whatever the light does on that day in Tbilisi.

I photograph the room and set the title inside it, physically, in cut letters that throw shadows. There is a sort of reader who can feel a real shadow. I work for that reader: fiction about families, exile, buildings; plays; history told from under the table.

When the cover is done the model is yours if you will pay the postage. Four publishers have them in the lobby. One author keeps hers on the piano and says she can hear them moving about.`,
    location: 'Tbilisi, Georgia',
    timeZone: 'Asia/Tbilisi',
    genres: ['literary_fiction', 'poetry', 'history', 'short_stories'],
    styles: ['photographic', 'collage', 'typographic'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case'],
    availability: 'soon',
    priceBand: 'from_600',
    joinedDaysAgo: 451,
  },
  {
    subject: 'seed-designer-ibarrola',
    name: 'Mateo Ibarrola',
    email: 'mateo.ibarrola@example.org',
    headline: 'Covers for people who finish the sentence themselves',
    bio: `Montevideo is a city that looks at a river and calls it a sea. I approach titles the same way: a small shift in what the thing is called, and everything else follows.

I work with type and one found object, usually bought on Sunday at the Tristán Narvaja fair: a key, half a doll, a ministerial stamp. The object must cost less than the coffee. It has to misbehave a little once the title is beside it.

I take novels, stories, essays and political memoirs, from Spanish, Portuguese and English lists. Small presses pay small-press prices, said openly at the start. I have a two-round rule, because by the third round we are designing the meeting.`,
    location: 'Montevideo, Uruguay',
    timeZone: 'America/Montevideo',
    genres: ['literary_fiction', 'short_stories', 'politics_society', 'biography_memoir'],
    styles: ['photographic', 'minimal', 'typographic'],
    formats: ['ebook_front', 'paperback_wrap'],
    availability: 'now',
    priceBand: 'from_300',
    joinedDaysAgo: 308,
  },
  {
    subject: 'seed-designer-thuylinh',
    name: 'Đặng Thùy Linh',
    email: 'thuylinh@example.org',
    headline: 'Lacquer, silk and slightly too much gold',
    bio: `I was taught lacquer painting in Hà Nội by a man who spoke perhaps twice a year. You paint the picture, bury it under ten coats of black, and then sand until it comes back. You decide where to stop. That decision is the only thing he ever corrected.

I use it for historical novels, family stories, fantasy with courts and ghosts in it. The surface photographs like deep water. On press I will ask for a matt laminate with a raised varnish, and if the budget says no I have three ways of lying about it convincingly in CMYK.

Vietnamese diacritics are set by a Vietnamese: no stacked accents falling off the top of your trim.`,
    location: 'Đà Nẵng, Vietnam',
    timeZone: 'Asia/Ho_Chi_Minh',
    genres: ['historical_fiction', 'fantasy', 'biography_memoir', 'romance'],
    styles: ['painterly', 'illustrated'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case'],
    availability: 'now',
    priceBand: 'from_600',
    joinedDaysAgo: 233,
  },
  {
    subject: 'seed-designer-penhallow',
    name: 'Fergus Penhallow',
    email: 'fergus.penhallow@example.org',
    headline: 'Cosy crime, gentle ghosts and the village that has something to hide',
    bio: `If there is a harbour, a tearoom and a body, I am your man. I paint little towns from slightly too high up, as though by an inquisitive gull, and hide one clue in each for the readers who look. They write to me. They are often right before the detective.

Before covers I painted railway posters for a heritage line in Cornwall, and the lettering followed me home. I do long series without losing my temper: I keep a plan of the village, I know which shop has changed hands, and the church has had scaffolding on it since book four because the author’s has.

Prompt, cheerful, cheap by London standards. Dogs drawn free of charge.`,
    location: 'Mousehole, Cornwall',
    timeZone: 'Europe/London',
    genres: ['crime_thriller', 'historical_fiction', 'childrens', 'travel'],
    styles: ['illustrated', 'vintage', 'hand_lettered'],
    formats: ['ebook_front', 'paperback_wrap', 'audiobook_square'],
    availability: 'now',
    priceBand: 'under_300',
    joinedDaysAgo: 412,
  },
  {
    subject: 'seed-designer-aikio',
    name: 'Sunniva Aikio',
    email: 'sunniva.aikio@example.org',
    headline: 'Snow has at least nine blues. I use them all',
    bio: `I live above the Arctic Circle, herd part of the year, paint the rest. The dark months are for finished work, the light months for looking; if you need me in June, write a letter, because I shall be with the calves.

My covers are mostly weather and small figures. I do nature writing, children’s books, fiction from the north, and anything about walking. I read Northern Sámi, Finnish and English, and I am happy to advise, for a proper fee, when a book wants to borrow something of ours. Sometimes the answer is no, and then I help to find what the book really needed.

Gouache on paper, scanned by myself at 1,200. The paper is cold when I paint on it. It helps.`,
    location: 'Inari, Finland',
    timeZone: 'Europe/Helsinki',
    genres: ['science_nature', 'childrens', 'travel', 'literary_fiction'],
    styles: ['painterly', 'illustrated', 'minimal'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case'],
    availability: 'closed',
    priceBand: 'from_600',
    joinedDaysAgo: 279,
  },
  {
    subject: 'seed-designer-qureshimarr',
    name: 'Bilal Qureshi-Marr',
    email: 'bilal.qm@example.org',
    headline: 'Comics, covers, logos with teeth. Bradford’s second-best inker',
    bio: `The best is my sister, and she won’t do lettering.

I draw comics and I design them, which is rarer than it should be: the cover, the logo, the spine that lines up with volumes one to six, the barcode box that does not sit on somebody’s face. I came up through the small-press tables at conventions, selling photocopies next to a man who sold swords.

For prose I do horror, YA with bite, and thrillers where the hero is knackered. Ink on board, colour on screen, halftones drawn and not filtered. I’m quick, I’m loud on the phone, and I put the credit line where people can find it, including other people’s. Letterers get named. That is non-negotiable.`,
    location: 'Bradford, England',
    timeZone: 'Europe/London',
    genres: ['comics', 'young_adult', 'horror', 'science_fiction', 'crime_thriller'],
    styles: ['illustrated', 'hand_lettered', 'vintage'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case', 'custom'],
    availability: 'now',
    priceBand: 'from_300',
    joinedDaysAgo: 355,
  },
  {
    subject: 'seed-designer-vanterpool',
    name: 'Odile Vanterpool',
    email: 'odile.vanterpool@example.org',
    headline: 'Caribbean light, hard shadows, no palm trees unless they are load-bearing',
    bio: `I am a photographer in Bridgetown. I shoot portraits on Mondays and covers the rest of the week, and I have an arrangement with a chattel house painter who lets me know when a wall has reached the right stage of peeling.

What sells the region is blue. What happens in the region mostly happens indoors with the jalousies shut, so that is where I put the camera. Literary fiction, memoir, histories that were overdue; also cookbooks, because my mother’s macaroni pie deserves a decent photograph and I have made it my life’s work.

I direct, shoot, retouch lightly and set the type. Models are neighbours, paid properly, and they get a copy of the book.`,
    location: 'Bridgetown, Barbados',
    timeZone: 'America/Barbados',
    genres: ['literary_fiction', 'biography_memoir', 'history', 'food_drink', 'romance'],
    styles: ['photographic', 'typographic'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case', 'audiobook_square'],
    availability: 'soon',
    priceBand: 'from_600',
    joinedDaysAgo: 197,
  },
  {
    subject: 'seed-designer-zupanic',
    name: 'Petra Zupanič',
    email: 'petra.z@example.org',
    headline: 'Mathematics, mountains, machines: diagrams that people hang on the wall',
    bio: `I studied topology and left it for typography, which pays worse but has customers.

I make covers out of information. Not infographics: I mean that the drawing on the front is true. For a book about glaciers the lines were the actual retreat of one glacier, year by year, and the blank at the bottom was the forecast. For a novel in which a woman reads the same letter nine times, I plotted what she notices. Code draws it, I choose it, a plotter with a real pen inks it.

Science, nature, philosophy, puzzle-minded fiction. I am in Ljubljana and on most weekends up something. I will correct your graph axes, unasked, with love.`,
    location: 'Ljubljana, Slovenia',
    timeZone: 'Europe/Ljubljana',
    genres: ['science_nature', 'philosophy_religion', 'science_fiction', 'reference', 'business'],
    styles: ['minimal', 'typographic', 'illustrated'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case'],
    availability: 'now',
    priceBand: 'from_600',
    joinedDaysAgo: 382,
  },
  {
    subject: 'seed-designer-aljaziri',
    name: 'Noor Al-Jaziri',
    email: 'noor.aj@example.org',
    headline: 'Soft edges for hard subjects',
    bio: `I design books about grief, illness, prison, leaving and coming back. It was not a plan. One publisher in Amman asked me for a memoir of a hospital year, and word went round that I would not put a butterfly on it.

People buy these books on bad days, with one hand. The cover has to be steady. I use cloth, shadow, watercolour allowed to dry by itself, and plain roman type a little larger than fashion permits. There should be a place to rest the eye and nothing that shouts “hope”.

Self-help publishers are welcome too, especially those tired of sunrises. Arabic and English; slow and careful; at most one project in a month.`,
    location: 'Amman, Jordan',
    timeZone: 'Asia/Amman',
    genres: ['self_help', 'biography_memoir', 'poetry', 'philosophy_religion'],
    styles: ['painterly', 'minimal', 'typographic'],
    formats: ['ebook_front', 'paperback_wrap', 'audiobook_square'],
    availability: 'soon',
    priceBand: 'from_300',
    joinedDaysAgo: 164,
  },
  {
    subject: 'seed-designer-paewai',
    name: 'Hinemoa Paewai',
    email: 'hinemoa.paewai@example.org',
    headline: 'Whakairo line, river mud, good kerning',
    bio: `Nō Whanganui ahau. My line comes from watching carvers, my patience from weavers, and my kerning from a terrifying Scottish lecturer in Wellington who could hear a bad “AV” through a wall.

I illustrate and design for Māori and Pasifika writers first, and for everyone else when there is time: novels, poems, books for tamariki, histories of rivers and land courts. Where a pattern has a keeper I ask the keeper, and I leave enough days in the schedule for the answer.

I like strong black shapes that turn out, at the second look, to be two things. I set macrons properly, and I have a list of printers who say that they can.`,
    location: 'Whanganui, Aotearoa New Zealand',
    timeZone: 'Pacific/Auckland',
    genres: ['literary_fiction', 'poetry', 'childrens', 'history'],
    styles: ['illustrated', 'minimal', 'typographic'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case'],
    availability: 'now',
    priceBand: 'from_600',
    joinedDaysAgo: 426,
  },
  {
    subject: 'seed-designer-ocampo',
    name: 'Luis Felipe Ocampo Rendón',
    email: 'lf.ocampo@example.org',
    headline: 'Cinema posters for books: thrillers, heists, hurricanes',
    bio: `My first job was repainting the hoarding of the Cine Lido in Medellín every Thursday, four metres by nine, from a press still the size of a playing card. You learn what matters. The eyes, the gun, the title, in the time it takes a bus to pass.

I still paint big, in acrylic, though now I scan it in pieces. Thrillers, westerns set anywhere but the West, adventure, the sort of science fiction with a jungle in it. I like a diagonal. I like a woman who is not falling out of anything.

Audiobook squares are composed afresh, never cropped: a square is a different film. Delivery on Thursdays, out of habit.`,
    location: 'Medellín, Colombia',
    timeZone: 'America/Bogota',
    genres: ['crime_thriller', 'science_fiction', 'horror', 'historical_fiction'],
    styles: ['painterly', 'vintage', 'hand_lettered'],
    formats: ['ebook_front', 'paperback_wrap', 'audiobook_square'],
    availability: 'now',
    priceBand: 'from_300',
    joinedDaysAgo: 268,
  },
  {
    subject: 'seed-designer-oettl',
    name: 'Katharina Öttl',
    email: 'katharina.oettl@example.org',
    headline: 'Cloth, boards, ribbons. Covers for books that expect to be inherited',
    bio: `I am a bookbinder’s granddaughter from Graz and I design from the spine outwards.

My favourite brief says “hardcover, quarter cloth, two foils, surprise us”. I know what a brass costs, how far a case may creep, why your ribbon will fade, and which mills lie about their greens. For paperbacks I bring the same manners: a wrap is a single landscape, and the back deserves better than a floating slab of praise.

Classics, history, philosophy, fine editions of fantasy, music. I illustrate when the book wants ornament and stay out of the way when it does not. I write long, friendly letters to printers, and they write back.`,
    location: 'Graz, Austria',
    timeZone: 'Europe/Vienna',
    genres: ['history', 'philosophy_religion', 'fantasy', 'art_design', 'literary_fiction'],
    styles: ['typographic', 'vintage', 'illustrated'],
    formats: ['paperback_wrap', 'hardcover_case', 'custom', 'ebook_front'],
    availability: 'soon',
    priceBand: 'over_1200',
    joinedDaysAgo: 533,
  },
  {
    subject: 'seed-designer-mabaso',
    name: 'Sindisiwe Mabaso',
    email: 'sindi.mabaso@example.org',
    headline: 'Beadwork brain: bright, gridded, exact',
    bio: `In our house a letter could be a piece of beadwork: white for I am well, yellow for where is the money, green for I am getting thin with waiting. I design covers with that dictionary somewhere in the back of my head.

I studied architecture in Durban and enjoy a grid more than is decent. YA, romance, contemporary fiction, personal finance for people whom personal finance usually lectures. My colours are strong, and I prove them on bad phones, because that is where most of my readers meet a book.

I answer voice notes with voice notes. I bring three routes to the first round: the one you asked for, the one you need, and one for joy.`,
    location: 'Durban, South Africa',
    timeZone: 'Africa/Johannesburg',
    genres: ['young_adult', 'romance', 'literary_fiction', 'business', 'self_help'],
    styles: ['illustrated', 'typographic'],
    formats: ['ebook_front', 'paperback_wrap', 'audiobook_square'],
    availability: 'now',
    priceBand: 'under_300',
    joinedDaysAgo: 142,
  },
  {
    subject: 'seed-designer-caglayan',
    name: 'Emre Çağlayan',
    email: 'emre.caglayan@example.org',
    headline: 'Hard science fiction, harder deadlines',
    bio: `Ex-aerospace, İzmir. I drew cutaway diagrams of turbines for a living until I noticed that I was adding tiny people to them.

Covers for hard SF, techno-thrillers and popular science: orbital mechanics you can check, habitats with somewhere to put the bins, instruments whose readings mean something on page 212. I model in 3D, light like a photographer, then paint over the render until it stops looking like one. No generated imagery, and no spaceship that could not dock.

Self-publishing authors are most of my list, and I price for them. Series discounts from book three. I deliver ebook, wrap and audio square together, named so that a stranger could upload them.`,
    location: 'İzmir, Türkiye',
    timeZone: 'Europe/Istanbul',
    genres: ['science_fiction', 'crime_thriller', 'science_nature'],
    styles: ['illustrated', 'minimal'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case', 'audiobook_square'],
    availability: 'now',
    priceBand: 'under_300',
    joinedDaysAgo: 187,
  },
  {
    subject: 'seed-designer-ottaway',
    name: 'Ruth Ottaway',
    email: 'ruth.ottaway@example.org',
    headline: 'Picture books and middle grade, forty years in, still in favour of mud',
    bio: `I have drawn, by my own count, six thousand four hundred ducks. I would like the next one to be the best.

I work in pen, ink and a paintbox that belonged to the art room of a school that was closed. Children look at a cover longer than anybody: they will have it face up on the carpet while the cereal goes soft, so there must be something in the corner. There is always something in the corner.

I design as well as illustrate, and letter by hand if the title is not silly. Early readers, funny middle grade, verse. I do not do sparkle, and I have buried two editors who asked for sparkle. (They retired. We have lunch.)`,
    location: 'Norwich, England',
    timeZone: 'Europe/London',
    genres: ['childrens', 'poetry', 'science_nature'],
    styles: ['illustrated', 'hand_lettered', 'painterly'],
    formats: ['hardcover_case', 'paperback_wrap', 'ebook_front'],
    availability: 'soon',
    priceBand: 'from_600',
    joinedDaysAgo: 395,
  },
  {
    subject: 'seed-designer-gagnon',
    name: 'Delphine Gagnon-Roussel',
    email: 'delphine.gr@example.org',
    headline: 'Pop, neon and heartbreak for YA, romance and the new adult shelf',
    bio: `Québec City, seven months of winter, hence the neon.

I design covers for people who photograph their books next to a drink. I take that seriously: the object has to work at arm’s length, in bad light, beside a croissant. Edges sprayed, foils stacked, a back cover with a line worth posting. Inside the trend I look for the thing that will still be embarrassing in a good way in ten years.

I letter in French and English and never stretch one layout to fit the other. Fast first round (five working days), a proper mood board before it, and a strong stand against headless torsos.`,
    location: 'Québec, Canada',
    timeZone: 'America/Toronto',
    genres: ['romance', 'young_adult', 'fantasy'],
    styles: ['hand_lettered', 'illustrated', 'typographic'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case', 'audiobook_square'],
    availability: 'now',
    priceBand: 'from_300',
    joinedDaysAgo: 121,
  },
  {
    subject: 'seed-designer-samaraweera',
    name: 'Ravi Samaraweera',
    email: 'ravi.samaraweera@example.org',
    headline: 'Batik, birds and bureaucracy',
    bio: `I spent nine years in the Survey Department in Kandy drawing contour lines and evenings waxing cloth in my aunt’s batik workshop. Both involve deciding what to leave white.

My covers are wax-resist on cotton, scanned flat: cracks, drips and all. It suits travel, natural history, historical novels and quiet satire; there is nobody funnier in print than a retired civil servant, and I have designed for five.

I draw maps that are correct at the date of the story, including the railway that was later removed by an elephant. Sinhala, Tamil and English lettering. I prefer a long deadline and a short brief, though I have lived with the opposite.`,
    location: 'Kandy, Sri Lanka',
    timeZone: 'Asia/Colombo',
    genres: ['travel', 'science_nature', 'historical_fiction', 'literary_fiction'],
    styles: ['illustrated', 'painterly', 'vintage'],
    formats: ['ebook_front', 'paperback_wrap'],
    availability: 'now',
    priceBand: 'under_300',
    joinedDaysAgo: 301,
  },
  {
    subject: 'seed-designer-cuautle',
    name: 'Ximena Cuautle',
    email: 'ximena.cuautle@example.org',
    headline: 'Papel picado, saints, monsters, and one honest colour per book',
    bio: `I cut tissue paper with chisels, fifty sheets at once, as they do in San Salvador Huixcolotla; then I cut the same design once more, alone, slowly, for the cover. The second cut has the mistakes in it and is the one we use.

It makes good ghosts. I have worked mostly on horror, folklore, stories and poems, plus a run of cookery books where the steam is paper too. Light through a hole is my whole vocabulary: I photograph against windows, lamps, once a burning field (supervised).

I was an editor for six years, so I read like one. Expect a question about chapter eleven.`,
    location: 'Puebla, Mexico',
    timeZone: 'America/Mexico_City',
    genres: ['horror', 'short_stories', 'poetry', 'food_drink', 'young_adult'],
    styles: ['collage', 'illustrated', 'minimal'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case'],
    availability: 'soon',
    priceBand: 'from_300',
    joinedDaysAgo: 246,
  },
  {
    subject: 'seed-designer-grothe',
    name: 'Anselm Grothe',
    email: 'anselm.grothe@example.org',
    headline: 'Typesetter of the old school, happiest with a subtitle of eighteen words',
    bio: `Leipzig. I learned on metal, moved to film, was dragged to screens. I have set the phone book. Academic presses send me monographs because I do not flinch: long titles, two editors, a translator, a foreword, a logo from each funding body, and the whole to look like something one might actually open.

I am strict about series. A good series design is a constitution; it should survive foolish ministers. I have made four, and the oldest has run to 212 volumes with only one amendment, concerning owls.

Rates are modest because I am fast. Images when needed come from open collections, credited in full. I supply the cover, the case, the spine lettering and a one-page explanation for your sales department.`,
    location: 'Leipzig, Germany',
    timeZone: 'Europe/Berlin',
    genres: ['history', 'philosophy_religion', 'politics_society', 'reference', 'science_nature'],
    styles: ['typographic', 'minimal'],
    formats: ['paperback_wrap', 'hardcover_case', 'ebook_front'],
    availability: 'now',
    priceBand: 'under_300',
    joinedDaysAgo: 560,
  },
  {
    subject: 'seed-designer-weitinglo',
    name: 'Lo Wei-Ting',
    email: 'weiting.lo@example.org',
    headline: 'Night markets, small gods, big feelings',
    bio: `From Tainan, which has more temples than bus stops. I grew up thinking that every street had a god responsible for it, and it still seems the most reasonable system.

I illustrate fantasy that happens near home: kitchens, scooters, ancestors who will not stop helping. Pen line, flat colour, a lot of food. I have done a graphic novel of my own and covers for about thirty other people’s books, chiefly YA, gentle fantasy, mysteries and children’s.

I work in Mandarin, Taiwanese and English. I send a “menu” of six thumbnails, very rough, the size of a mahjong tile, and you pick one; then one colour rough; then the finish. It is fun and nobody cries.`,
    location: 'Tainan, Taiwan',
    timeZone: 'Asia/Taipei',
    genres: ['fantasy', 'young_adult', 'comics', 'childrens', 'food_drink'],
    styles: ['illustrated', 'hand_lettered'],
    formats: ['ebook_front', 'paperback_wrap', 'audiobook_square'],
    availability: 'now',
    priceBand: 'from_300',
    joinedDaysAgo: 174,
  },
  {
    subject: 'seed-designer-starlingobi',
    name: 'Maeve Starling-Obi',
    email: 'maeve.so@example.org',
    headline: 'Art director, fourteen years in-house. Now yours, by the cover',
    bio: `I commissioned about nine hundred covers for other people’s lists in London before I went freelance and started making them again. I have sat in the meeting. I know what “could it be more commercial” means (bigger), what “it’s not quite there” means (bigger, in red) and when to say nothing until Thursday.

I design, and I also art-direct: if your book wants an illustrator I will find one, brief them, pay them properly and keep the title legible. Upmarket commercial fiction is home; I also love a big idea book and a funny memoir.

I work fast in the first week and slowly in the last. There is always a plan B, and it is never a silhouette.`,
    location: 'London, England',
    timeZone: 'Europe/London',
    genres: ['literary_fiction', 'crime_thriller', 'romance', 'biography_memoir', 'business'],
    styles: ['typographic', 'photographic', 'illustrated'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case', 'audiobook_square'],
    availability: 'soon',
    priceBand: 'over_1200',
    joinedDaysAgo: 617,
  },
  {
    subject: 'seed-designer-pilcrow',
    name: 'Pilcrow & Daughter',
    email: 'hello.pilcrow@example.org',
    headline: 'A studio of two, one of whom remembers Letraset',
    bio: `We are Hugh and Agatha. Hugh has been setting display type since it came on sheets and fell off in the night; Agatha draws, photographs, invoices and reads the manuscript. We disagree in front of clients, which turns out to be the service.

Reference, food, gardening, music, local history, memoirs of interesting uncles: the middle of the bookshop, where people actually stand. We like an object on a plain ground, a good border, a title that has been allowed to find its own line breaks.

The studio is over a saddler’s in Bath. We take on one first-time author every spring for half price and the pleasure of the postcards. Plain quotes, plain English, no retainers, tea.`,
    location: 'Bath, England',
    timeZone: 'Europe/London',
    genres: ['reference', 'food_drink', 'art_design', 'biography_memoir', 'self_help'],
    styles: ['typographic', 'vintage', 'photographic'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case', 'custom'],
    availability: 'now',
    priceBand: 'from_300',
    joinedDaysAgo: 583,
  },
  {
    subject: 'seed-designer-ogilvie',
    name: 'Tamsin Ogilvie-Reyes',
    email: 'tamsin.or@example.org',
    headline: 'Newly graduated, heavily caffeinated. Portfolio going up as soon as I stop changing it',
    bio: `I finished at Dundee in the summer with a project called “Books I Have Left on Trains”: twelve covers for novels that do not exist, each distressed in the manner of the line I lost the imaginary copy on. The Inverness one has soup on it.

I am interested in covers that get better as they get worse, in uncoated stock, in spines that crack along a drawing. I would love fiction, short stories, anything set between places.

I have no published work yet, so I am offering a first cover at an honest beginner’s rate, with all the rounds it takes and a lot of listening. References from my tutors and from the café, which also vouches for my handwriting.`,
    location: 'Dundee, Scotland',
    timeZone: 'Europe/London',
    genres: ['literary_fiction', 'short_stories', 'travel'],
    styles: ['illustrated', 'collage', 'hand_lettered'],
    formats: ['ebook_front', 'paperback_wrap'],
    availability: 'now',
    priceBand: 'under_300',
    joinedDaysAgo: 9,
  },
];
