/** Designers, first half. */
import type { SeedDesigner } from './types.server.ts';

export const designersOne: SeedDesigner[] = [
  {
    subject: 'seed-designer-salka',
    name: 'Ingibjörg Salka',
    email: 'salka@example.org',
    headline: 'Hand-drawn lettering for cold-weather novels and the people who read them in the bath',
    bio: `I learned lettering from my uncle, who painted the names on trawlers in Ísafjörður and was paid in haddock. A boat’s name has to be read from half a mile in sleet by somebody who is frightened, and I have never found a better brief for a book cover.

I work in ink and gouache, large, and scan late. Most of my covers are one word drawn forty times and one drawing done once. I like novels where the weather has a speaking part, translated fiction, and poets who will let me break a line.

I answer on weekdays before two, when my daughter comes home from school. First sketches are always on paper and always ugly; please do not show them to sales.`,
    location: 'Ísafjörður, Iceland',
    timeZone: 'Atlantic/Reykjavik',
    genres: ['literary_fiction', 'poetry', 'crime_thriller', 'short_stories'],
    styles: ['hand_lettered', 'painterly', 'minimal'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case'],
    availability: 'soon',
    priceBand: 'from_600',
    joinedDaysAgo: 611,
  },
  {
    subject: 'seed-designer-wierzbicki',
    name: 'Tomasz Wierzbicki',
    email: 'tomasz.w@example.org',
    headline: 'Type first. Crime, politics and anything with a body count, fictional or statistical',
    bio: `I was a newspaper layout man in Łódź for eleven years, until the newspaper ran out of news it was allowed to print. Night shifts taught me to set a front page in nine minutes and to throw it away in one.

Covers are slower and kinder. I believe in one typeface per book, in black as a colour, and in the thumbnail: I print every proposal at the size of a stamp and pin it to the kitchen door for a day. If my wife cannot read the title while making coffee, it goes back.

I take about two covers a month. I deliver wraps with the spine checked against the printer’s own template, because I have been shouted at by printers in three languages.`,
    location: 'Łódź, Poland',
    timeZone: 'Europe/Warsaw',
    genres: ['crime_thriller', 'politics_society', 'history'],
    styles: ['typographic', 'minimal'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case', 'audiobook_square'],
    availability: 'now',
    priceBand: 'from_300',
    joinedDaysAgo: 702,
  },
  {
    subject: 'seed-designer-nwokolo',
    name: 'Adaeze Nwokolo',
    email: 'adaeze@example.org',
    headline: 'Bold, cut-paper covers from Enugu for fiction that refuses to sit quietly on the table',
    bio: `Every cover I make starts as paper on a floor. I cut with my grandmother’s dressmaking shears, which are older than the republic and better maintained, and I photograph the result in the hour before the generator goes off.

For years “African fiction” on a cover meant an acacia tree and a sunset. There is no acacia tree in my street. There is a man who repairs phones under a beach umbrella, a hair salon called Divine Mercy, and a very opinionated goat. I draw from those.

I read the whole manuscript before I quote, and I will tell you which page the cover is on. It is hardly ever the one you think.`,
    location: 'Enugu, Nigeria',
    timeZone: 'Africa/Lagos',
    genres: ['literary_fiction', 'young_adult', 'short_stories', 'biography_memoir', 'poetry'],
    styles: ['collage', 'illustrated'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case'],
    availability: 'now',
    priceBand: 'from_600',
    joinedDaysAgo: 540,
  },
  {
    subject: 'seed-designer-bratu',
    name: 'Mirela Bratu-Ionescu',
    email: 'mirela.bi@example.org',
    headline: 'Gothic, folk and faintly unwell: illustrated jackets for horror and dark fantasy',
    bio: `I trained as a restorer of painted wooden churches, which is a way of spending your twenties on a ladder eye to eye with Hell. The medieval painters of Maramureș understood horror perfectly: put it in the lower left, make it small, and give it a friendly face.

I work in egg tempera and finish digitally. My borders are all drawn, never bought, and there is usually something in them that the author finds a year later. Foil and spot varnish make me happy; ask me about the edition where the eyes only showed by lamplight.

I do not do gore. I do dread, teeth, embroidery, and very good moons.`,
    location: 'Cluj-Napoca, Romania',
    timeZone: 'Europe/Bucharest',
    genres: ['horror', 'fantasy', 'short_stories', 'historical_fiction'],
    styles: ['illustrated', 'painterly', 'vintage'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case', 'custom'],
    availability: 'soon',
    priceBand: 'over_1200',
    joinedDaysAgo: 655,
  },
  {
    subject: 'seed-designer-arakaki',
    name: 'Kenji Arakaki',
    email: 'kenji.arakaki@example.org',
    headline: 'Quiet covers with one loud thing in them',
    bio: `Based in Naha, working in English and Japanese. Before books I designed packaging for a salt company. Salt is white, the bag is white, the shelf is white; you learn a great deal about what a small red square can do.

My rule is that a cover may ask one question. If it also answers, it is an advertisement. I like essays, science, philosophy, translated novels, cookery books without faces on them. I am comfortable with vertical type, bilingual title pages and right-to-left binding, and I check furigana twice.

Two concepts, never five. If neither is right I have misunderstood the book, and I would rather read it again than colour the same idea differently.`,
    location: 'Naha, Japan',
    timeZone: 'Asia/Tokyo',
    genres: ['literary_fiction', 'science_nature', 'philosophy_religion', 'food_drink', 'art_design'],
    styles: ['minimal', 'typographic'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case'],
    availability: 'closed',
    priceBand: 'over_1200',
    joinedDaysAgo: 688,
  },
  {
    subject: 'seed-designer-brandvold',
    name: 'Solveig Brandvold',
    email: 'solveig@example.org',
    headline:
      'Nordic noir that is not just a red cabin in snow. (I have done eleven red cabins. I am finished.)',
    bio: `Photographer first, designer by necessity: I got tired of seeing my pictures with a gunshot hole added in somebody’s typeface.

I shoot for each book. Living in Bergen means two hundred and forty days of free atmosphere a year and a model library that consists of my brothers, both large. If your detective walks away from the camera in a long coat I will gently ask what else he does. Hands, thresholds, unmade beds, a kettle left on: there is more menace in a kitchen than in any forest.

All photographs are mine, released and archived at full size, so the audiobook and the special edition are never a hunt for pixels.`,
    location: 'Bergen, Norway',
    timeZone: 'Europe/Oslo',
    genres: ['crime_thriller', 'literary_fiction', 'travel'],
    styles: ['photographic', 'minimal'],
    formats: ['ebook_front', 'paperback_wrap', 'audiobook_square'],
    availability: 'now',
    priceBand: 'from_600',
    joinedDaysAgo: 498,
  },
  {
    subject: 'seed-designer-quintanilha',
    name: 'Rafael Quintanilha',
    email: 'rafael.q@example.org',
    headline: 'Woodcut in the line of the cordel, for fables, fevers and family sagas',
    bio: `In the markets of Pernambuco they still hang pamphlets on a string: a ballad inside, a woodcut outside, three reais. My great-uncle Biu sold them at the bus station in Caruaru and judged every cover by one test, which was whether a man running for a bus would stop.

I cut umburana wood with four tools and print on an old proofing press in Recife. From the block I make everything else: wraps, squares, endpapers, the little tailpieces that nobody asks for and everybody keeps. Black plus one colour is my comfort; three colours is carnival.

I like big novels with many cousins, magic that has consequences, biographies of musicians. I write slowly in English and quickly in Portuguese and Spanish.`,
    location: 'Recife, Brazil',
    timeZone: 'America/Recife',
    genres: ['literary_fiction', 'fantasy', 'poetry', 'biography_memoir', 'art_design'],
    styles: ['illustrated', 'vintage', 'hand_lettered'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case', 'audiobook_square'],
    availability: 'now',
    priceBand: 'from_300',
    joinedDaysAgo: 433,
  },
  {
    subject: 'seed-designer-taheri',
    name: 'Nasrin Taheri-Lund',
    email: 'nasrin.tl@example.org',
    headline: 'Two scripts, one cover: typography for translated books, Latin and Arabic-script',
    bio: `I grew up in Shiraz with a calligrapher on one side of the courtyard and a sign painter on the other. They did not speak. I have spent my career introducing them.

In Malmö I design mostly for publishers of translations: covers where the original title deserves to be there as more than an ornament. I draw nastaliq properly, set Swedish and English plainly, and know which way the spine runs in which country, so that nobody’s bilingual edition stands upside down in half of its shops.

I also do plain, well-mannered non-fiction. A cover for a book on pension reform can be beautiful; it has to want to be.`,
    location: 'Malmö, Sweden',
    timeZone: 'Europe/Stockholm',
    genres: ['poetry', 'literary_fiction', 'politics_society', 'philosophy_religion', 'history'],
    styles: ['typographic', 'hand_lettered'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case', 'custom'],
    availability: 'soon',
    priceBand: 'from_600',
    joinedDaysAgo: 575,
  },
  {
    subject: 'seed-designer-macgiolla',
    name: 'Oisín Mac Giolla',
    email: 'oisin@example.org',
    headline: 'Linocuts, letterpress and long silences',
    bio: `Galway, a shed, a 1911 Wharfedale press that I bought from a bankrupt raffle-ticket printer. Everything I make has been through it at least once.

I do poetry because nobody stops me, and fiction because it pays for the poetry. The covers tend to be few: few colours, few words, few marks. What you get instead is texture that is really there, an ink that was mixed for the book, and a block you may keep.

I set Irish with its síntí fada where they belong and the old dotted letters when the book earns it. I am slow in lambing season, which is February to April, and impossible on the day of an All-Ireland final.`,
    location: 'An Spidéal, Ireland',
    timeZone: 'Europe/Dublin',
    genres: ['poetry', 'literary_fiction', 'short_stories', 'science_nature'],
    styles: ['illustrated', 'typographic', 'vintage'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case'],
    availability: 'now',
    priceBand: 'from_300',
    joinedDaysAgo: 389,
  },
  {
    subject: 'seed-designer-benhaddou',
    name: 'Leila Benhaddou',
    email: 'leila.benhaddou@example.org',
    headline: 'Pattern, geometry and colour for historical fiction, travel and the table',
    bio: `My father laid zellige, the cut tile of Fez: ten thousand pieces face down on a floor, the pattern carried entirely in the head, and you do not see it until the wall is lifted. I design covers the same way and it makes art directors nervous.

I draw geometry by compass and then spoil it. A perfect pattern is wallpaper; a pattern with one piece missing is a story. It works for novels of old cities, for cookery, for books about journeys, and once, to everybody’s surprise, for a history of double-entry bookkeeping.

French, Darija, English, some Spanish. Fixed fees, dates I keep, and a colour proof posted to you if the printing is offset.`,
    location: 'Casablanca, Morocco',
    timeZone: 'Africa/Casablanca',
    genres: ['historical_fiction', 'travel', 'food_drink', 'history', 'business'],
    styles: ['illustrated', 'typographic'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case'],
    availability: 'now',
    priceBand: 'from_600',
    joinedDaysAgo: 321,
  },
  {
    subject: 'seed-designer-almendra',
    name: 'Beatriz Ferro Almendra',
    email: 'beatriz@example.org',
    headline: 'Romance covers with actual jokes in them',
    bio: `I have illustrated forty-odd love stories and not one clinch. My people bump into things. They hold the wrong coat. They are seen through the window of a laundrette at the exact moment the sheets fall out.

I studied animation in Porto and still think in beats: what happened one second before the cover, what will happen one second after. That is where the wit is, and readers of romance are the sharpest readers there are; they know within a glance what kind of kissing to expect, and a cover that lies to them is returned.

I do series beautifully: a system in book one that still has room to breathe in book nine. Hand lettering included, always.`,
    location: 'Porto, Portugal',
    timeZone: 'Europe/Lisbon',
    genres: ['romance', 'young_adult', 'comics'],
    styles: ['illustrated', 'hand_lettered'],
    formats: ['ebook_front', 'paperback_wrap', 'audiobook_square'],
    availability: 'soon',
    priceBand: 'from_300',
    joinedDaysAgo: 467,
  },
  {
    subject: 'seed-designer-drysdale',
    name: 'Callum Drysdale-Roy',
    email: 'callum.dr@example.org',
    headline: 'Retro-futures: airbrush, grain and starships that look as if somebody has to clean them',
    bio: `Glasgow, ex-shipyard draughtsman’s son, which is why my spaceships have drain covers.

I paint science fiction the old way, in acrylic with an airbrush that has outlived two compressors, then set the type as if it were 1974 and the designer had been given a whole afternoon. Authors come to me for scale: the small lit window in the enormous dark thing. I can also do it clean and modern, but I will sigh.

I ask for ten pages you would fight for and the name of the machine that the plot breaks. Wraparound paintings are my favourite job in the world; the spine is not a wall, it is a door.`,
    location: 'Glasgow, Scotland',
    timeZone: 'Europe/London',
    genres: ['science_fiction', 'horror', 'comics'],
    styles: ['painterly', 'vintage', 'illustrated'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case', 'audiobook_square'],
    availability: 'now',
    priceBand: 'from_600',
    joinedDaysAgo: 664,
  },
  {
    subject: 'seed-designer-padmini',
    name: 'Padmini Venkataraghavan',
    email: 'padmini.v@example.org',
    headline: 'Natural history, food and childhood, drawn from the thing itself',
    bio: `I am a botanical illustrator who wandered. Six years at a herbarium in Chennai drawing grasses for people who disagree about grasses; after that, a publisher asked for a mango, and here we are.

I draw from life or not at all. For a book on mangroves I stood in one. For a picture book about a street dog I fed the dog until he agreed to sit. It takes a little longer and no reader can say why the page feels true, but they can tell.

Watercolour and coloured pencil, digital type. I letter Tamil and English together with pleasure, and I will tell you if your cardamom is really a melon.`,
    location: 'Chennai, India',
    timeZone: 'Asia/Kolkata',
    genres: ['science_nature', 'childrens', 'food_drink', 'reference'],
    styles: ['illustrated', 'painterly'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case'],
    availability: 'soon',
    priceBand: 'from_300',
    joinedDaysAgo: 402,
  },
  {
    subject: 'seed-designer-terpstra',
    name: 'Joost Terpstra-Vink',
    email: 'joost.tv@example.org',
    headline: 'Swiss-ish grids, Dutch-ish humour. Non-fiction that explains itself from across the shop',
    bio: `I make covers for books with subtitles. Business, economics, science, how-the-world-works: the kind where the author has one idea and twelve chapters. My job is to find the idea before the reader has to.

I keep a drawer of dull objects (rulers, receipts, plugs, a parking fine) because a good visual argument is nearly always an everyday thing doing something it should not. I once sold a book about inflation with a photograph of a shrinking biscuit. It was one biscuit. I ate towards the deadline.

Utrecht, by bicycle. Clear contracts, no unpaid pitches, and I do the series grid, the ebook, the square and the shelf-talker in one go.`,
    location: 'Utrecht, Netherlands',
    timeZone: 'Europe/Amsterdam',
    genres: ['business', 'politics_society', 'science_nature', 'reference', 'self_help'],
    styles: ['typographic', 'minimal', 'photographic'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case', 'audiobook_square'],
    availability: 'now',
    priceBand: 'from_600',
    joinedDaysAgo: 590,
  },
  {
    subject: 'seed-designer-baek',
    name: 'Hyeon-ju Baek',
    email: 'hyeonju.baek@example.org',
    headline: 'Tender, strange covers in risograph colours',
    bio: `I live in Busan above a shop that sells only umbrellas. My covers are usually about people who are nearly alone: the other person has just left, or is about to come in.

I print with two or three riso inks (fluorescent pink, teal, a yellow called “sunflower” that is not) and let the misregistration stay. It makes skies shiver. Publishers who need CMYK get a careful separation and a note to the printer explaining that yes, it is meant to be like that.

I am good with translated fiction, coming-of-age stories, quiet speculative novels, memoir. I am not good with swords. Please send two sentences the translator fought for; those are my brief.`,
    location: 'Busan, South Korea',
    timeZone: 'Asia/Seoul',
    genres: ['literary_fiction', 'young_adult', 'science_fiction', 'comics', 'biography_memoir'],
    styles: ['illustrated', 'minimal'],
    formats: ['ebook_front', 'paperback_wrap'],
    availability: 'now',
    priceBand: 'from_300',
    joinedDaysAgo: 256,
  },
  {
    subject: 'seed-designer-escoffon',
    name: 'Marguerite Escoffon',
    email: 'm.escoffon@example.org',
    headline: 'Thirty years of jackets. I have seen the return of brown four times',
    bio: `I began with a scalpel and hot wax at a house in Lyon that no longer exists, making jackets for a director who dictated them by telephone. “A lake. Not that lake.” One learns to listen.

Since then: literary fiction above all, biographies, a great many prize editions with the little band round the middle. My work is classical, I suppose. I choose a painting nobody has used, I crop it where it hurts, and I set the title as if the author were standing behind me, which in two cases he was.

I no longer do rush work or committee work. I do telephone calls, picture research in real archives, and spines that can be read by a person with their head the right way up.`,
    location: 'Lyon, France',
    timeZone: 'Europe/Paris',
    genres: ['literary_fiction', 'biography_memoir', 'history', 'philosophy_religion', 'art_design'],
    styles: ['typographic', 'painterly', 'collage'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case'],
    availability: 'soon',
    priceBand: 'over_1200',
    joinedDaysAgo: 640,
  },
  {
    subject: 'seed-designer-faleolo',
    name: 'Teuila Faleolo',
    email: 'teuila.faleolo@example.org',
    headline: 'Ocean-minded illustration from Apia for children and for those who used to be',
    bio: `Fa’amolemole, come in. I illustrate picture books and middle grade, and their covers, out of a fale studio with three walls and an unbeatable view of other people’s laundry.

I start with siapo, barkcloth: the patterns have names, and the names have stories, so when I use one I tell you which family of pattern it is and what it may and may not be printed on. On top of that I paint in gouache, loud as a bus. Our buses are very loud.

Schools know me for visiting with a suitcase of wet paint. Publishers know me for delivering early, because the internet goes out when it rains and I plan for rain.`,
    location: 'Apia, Samoa',
    timeZone: 'Pacific/Apia',
    genres: ['childrens', 'young_adult', 'poetry'],
    styles: ['illustrated', 'painterly', 'hand_lettered'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case'],
    availability: 'now',
    priceBand: 'from_300',
    joinedDaysAgo: 214,
  },
  {
    subject: 'seed-designer-kerekes',
    name: 'Zoltán Kerekes',
    email: 'zoltan.kerekes@example.org',
    headline: 'Surreal collage for novels that cheat',
    bio: `Pécs has a ceramics factory, a mosque that is a church, and me. I cut up engravings: trade catalogues, anatomical plates, a nineteenth-century guide to the correct folding of napkins. Everything is out of copyright and out of its mind.

I am the person to ask when the narrator is lying, when the house is bigger inside, when the footnotes begin to answer back. Straight realism bores the scissors. I have also, for love, made covers for three cookery books and a treatise on bees.

The originals are paper, A3, and for sale to the author at the price of a good dinner. I do not use stock sites and I do not generate. I have a cellar; the cellar has everything.`,
    location: 'Pécs, Hungary',
    timeZone: 'Europe/Budapest',
    genres: ['literary_fiction', 'short_stories', 'horror', 'crime_thriller', 'science_nature'],
    styles: ['collage', 'vintage'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case', 'audiobook_square'],
    availability: 'now',
    priceBand: 'from_300',
    joinedDaysAgo: 518,
  },
  {
    subject: 'seed-designer-wachira',
    name: 'Imani Wachira-Bell',
    email: 'imani.wb@example.org',
    headline: 'Afrofuturist and near-future covers with heat haze and good shoes',
    bio: `I came to covers from concept art for a video game that was cancelled three times. Nothing teaches you to love a finished object like two years of beautiful corridors nobody will walk down.

My futures have people in them who are late for work. Nairobi in 2090 will still have roadside maize; the cart will hover, the price will be an insult. I paint digitally, with reference I shoot in the streets around Kariokor market, and I build the type into the scene wherever it can be a sign, a hull number, a scar.

I do skin properly, in any light, under any number of suns. Ask to see the studies.`,
    location: 'Nairobi, Kenya',
    timeZone: 'Africa/Nairobi',
    genres: ['science_fiction', 'fantasy', 'young_adult', 'crime_thriller'],
    styles: ['illustrated', 'painterly'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case', 'audiobook_square'],
    availability: 'soon',
    priceBand: 'from_600',
    joinedDaysAgo: 345,
  },
  {
    subject: 'seed-designer-rosenkrantz',
    name: 'Dov Rosenkrantz-Hale',
    email: 'dov.rh@example.org',
    headline: 'Biography, history and the art of the well-chosen photograph',
    bio: `Picture researcher turned designer, Montréal. I spent fourteen years finding the photograph that everyone else’s cover would then put a gradient over.

A good portrait needs very little: a crop that admits somebody is looking, a line of type that does not flinch. I know the archives, the rights, who answers the telephone in Vilnius and who must be written to in pen. I clear what I use and hand you the paperwork in one folder.

For books without a face I look for evidence instead: a tram ticket, a hem, a stain. Readers are detectives. Give them something to hold up to the light. Bilingual in English and French; I can follow an argument in Yiddish and lose one in Hebrew.`,
    location: 'Montréal, Canada',
    timeZone: 'America/Toronto',
    genres: ['biography_memoir', 'history', 'politics_society', 'art_design'],
    styles: ['photographic', 'typographic'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case'],
    availability: 'now',
    priceBand: 'from_600',
    joinedDaysAgo: 477,
  },
  {
    subject: 'seed-designer-tshimanga',
    name: 'Aurélie Tshimanga',
    email: 'aurelie.t@example.org',
    headline: 'Loud, sure-footed type for loud, sure-footed books',
    bio: `Born in Lubumbashi, raised in Molenbeek, formed by the hand-painted signs of both. A barber’s shop in Matonge taught me more about hierarchy than my degree: the name, the price, the promise, in that order, visible from a moving tram.

I draw all my display type. It has elbows. It suits essays that pick a fight, memoirs told at the top of the voice, poetry meant for a microphone, and novels that do not apologise for their length.

I also run a small class for teenagers on Saturday mornings, so if you send me feedback on a Saturday expect it to be discussed by a jury of fourteen-year-olds. They are usually right, and never gentle.`,
    location: 'Brussels, Belgium',
    timeZone: 'Europe/Brussels',
    genres: ['politics_society', 'biography_memoir', 'poetry', 'literary_fiction', 'self_help'],
    styles: ['typographic', 'hand_lettered'],
    formats: ['ebook_front', 'paperback_wrap', 'audiobook_square'],
    availability: 'now',
    priceBand: 'from_300',
    joinedDaysAgo: 288,
  },
  {
    subject: 'seed-designer-abernathy',
    name: 'Wren Abernathy-Cole',
    email: 'wren.ac@example.org',
    headline: 'Epic fantasy with legible maps and historically plausible armour',
    bio: `I am a lapsed medievalist. I left my doctorate on the fastening of cloaks with two chapters to go, and now I paint cloaks for a living, correctly fastened.

Big canvases, oils, six weeks if you let me. I do heroes who look as though they have slept outdoors and dragons with a plausible diet. Maps are extra and worth it: mine have rivers that flow downhill, and I have saved more than one trilogy from a mountain range that could not happen.

From Asheville, North Carolina, with two whippets who model for all wolves. Authors who publish themselves are welcome; I have an instalment plan and no opinions about your page count.`,
    location: 'Asheville, United States',
    timeZone: 'America/New_York',
    genres: ['fantasy', 'historical_fiction', 'young_adult'],
    styles: ['painterly', 'illustrated'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case', 'custom'],
    availability: 'closed',
    priceBand: 'over_1200',
    joinedDaysAgo: 629,
  },
  {
    subject: 'seed-designer-sartorelli',
    name: 'Giacomo Sartorelli',
    email: 'giacomo.s@example.org',
    headline: 'Yellow is a genre. Crime, cookery and the occasional saint',
    bio: `In Italy a crime novel is a giallo because the covers were yellow; a colour became a shelf and then a word. I have been chasing that trick ever since. What is the one decision that a reader will be able to describe to a bookseller? “The green one with the ear.” Good. That is a cover.

I work in Turin, from a former pasta shop, in flat shapes and few colours. I have a weakness for series, for numbered spines, for a back cover treated as a second front. I cook for clients who come in person.

Preflight does not frighten me: four years at a rotary printer in Cuneo, nights.`,
    location: 'Turin, Italy',
    timeZone: 'Europe/Rome',
    genres: ['crime_thriller', 'food_drink', 'philosophy_religion', 'travel'],
    styles: ['illustrated', 'minimal', 'vintage'],
    formats: ['ebook_front', 'paperback_wrap', 'hardcover_case', 'audiobook_square'],
    availability: 'now',
    priceBand: 'from_600',
    joinedDaysAgo: 366,
  },
];
