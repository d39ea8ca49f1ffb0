import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { calculatorOf, CHOICES, FIELD_LABELS } from '../domain/covers/calculator.ts';
import { COMMON_TRIMS } from '../domain/covers/lengths.ts';
import { CoverNumbers, CoverSizeForm } from '../ui/cover-size.tsx';
import follow from '../ui/enhance/follow.js?url';
import { ErrorSummary } from '../ui/form.tsx';
import { PageHead } from '../ui/layout.tsx';

export const handle = { shared: true, script: follow };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  {
    title: `${page?.numbers && !page.example ? page.numbers.said : 'Book cover size calculator'} · Dustjacket`,
  },
  {
    name: 'description',
    content:
      'Spine width, full cover size, pixels and safe areas of a book cover, by the printer’s own formulas: Amazon KDP, Lulu, IngramSpark, Kindle, ACX.',
  },
];

/** Asks for no viewer: the numbers are the same for everyone. */
export function loader({ request }: LoaderFunctionArgs) {
  const page = calculatorOf(new URL(request.url).searchParams);
  return data(page, { status: page.errors.length > 0 ? 422 : 200 });
}

export default function CoverSize() {
  const page = useLoaderData<typeof loader>();
  const errors = page.errors.map(({ field, message }) => ({ id: field, message }));
  return (
    <div data-follow-fields="">
      <PageHead
        title="How large is the cover?"
        lede={
          <span id="headline" data-follow="/tools/cover-size">
            {page.numbers && !page.example ? (
              <>
                {page.numbers.said}. <a href="#numbers">All numbers</a>
              </>
            ) : (
              'Spine, full size and pixels of a book cover, by the formulas its printer publishes.'
            )}
          </span>
        }
      />
      <ErrorSummary errors={errors} />
      <div className="with-aside before">
        <CoverSizeForm
          values={page.values}
          errors={page.errors}
          choices={{ ...CHOICES, trims: COMMON_TRIMS }}
          labels={FIELD_LABELS}
        />
        <div className="stack">
          <CoverNumbers {...page} />
          <HowItIsComputed />
        </div>
      </div>
    </div>
  );
}

function HowItIsComputed() {
  return (
    <section className="stack tight" aria-labelledby="how">
      <h2 id="how">How it is computed</h2>
      <div className="prose">
        <p>
          A cover is one sheet: back, spine and front, with a bleed that is cut off, or with a wrap that is
          folded around the boards of a hardcover. Its spine is as thick as the pages are, so it needs their
          count and their paper. An odd count is rounded up, because a leaf has two sides.
        </p>
        <p>
          Amazon KDP and Lulu publish how thick a page is, and those figures are used here. IngramSpark and
          most other printers publish none, and what others say of them disagrees: take the spine from the
          template they make for your book. Nothing is rounded until it is shown.
        </p>
      </div>
    </section>
  );
}
