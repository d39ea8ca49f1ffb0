/** The front page's own pieces. The hero is a book jacket unfolded: spine, front, flap. */

/** What Dustjacket is, for both of its audiences: the front of the jacket for all, the flap for each. */
export function Hero() {
  return (
    <>
      <div className="jacket">
        <div className="front">
          <h1>The brief is the print specification.</h1>
          <p>
            Publishers brief cover designers here. Trim, paper and page count are part of the brief, and every
            file that comes back is measured against them.
          </p>
        </div>
        <div className="flap">
          <section>
            <h2>For publishers and authors</h2>
            <p>
              Say what the book is, how it prints and what you can pay. Designers answer with a price, dates
              and rights you can compare line by line.
            </p>
            <a className="button primary" href="/briefs/new">
              Post a brief
            </a>
          </section>
          <section>
            <h2>For designers and illustrators</h2>
            <p>
              Show the covers you have made and answer the briefs that suit you. Offering is free, and nobody
              asks you to draw before you are hired.
            </p>
            <a className="button secondary" href="/portfolio/new">
              Show your covers
            </a>
          </section>
        </div>
      </div>
      <p className="measure">
        <span>
          <span className="vh">Spine </span>18.3 mm
        </span>{' '}
        <span>Front 129 × 198 mm, 288 pages on cream</span>
      </p>
    </>
  );
}

/** How a cover comes about here, in three steps, and the four rules both sides can count on. */
export function HowItWorks() {
  return (
    <section className="stack" aria-labelledby="how">
      <h2 id="how">How it works</h2>
      <ol className="steps">
        <li className="stack tight">
          <h3>Write the brief</h3>
          <p>
            Title, genre, formats and a deadline are enough to publish. Add trim, paper and page count, and we
            work out spine, bleed and pixels for you: <a href="/tools/cover-size">try it</a>.
          </p>
        </li>
        <li className="stack tight">
          <h3>Choose a designer</h3>
          <p>
            Proposals name a price, dates, concepts, revision rounds and rights. Both sides agree terms before
            anyone draws; then the terms are fixed.
          </p>
        </li>
        <li className="stack tight">
          <h3>Approve what prints</h3>
          <p>
            Each upload is checked against the brief and each problem comes with its fix. You approve
            concepts, front, wrap and handover, one after another.
          </p>
        </li>
      </ol>
      <p className="lede">
        No contests. No pay-to-bid. Both sides see the same clock and the same log. And every page works on a
        slow line.
      </p>
    </section>
  );
}
