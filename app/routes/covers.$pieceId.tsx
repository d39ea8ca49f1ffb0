import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getCover, listMoreBy } from '../domain/covers/queries.server.ts';
import { GENRES } from '../domain/covers/rules.ts';
import { NotFound } from '../domain/errors.ts';
import { isUuid } from '../domain/ids.ts';
import { savedAmong } from '../domain/saves/queries.server.ts';
import { mintFormToken } from '../http/form.server.ts';
import { anyone } from '../http/gate.server.ts';
import { wantsPictures } from '../http/pictures.server.ts';
import { respond } from '../http/respond.server.ts';
import { LinkButton } from '../ui/buttons.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';
import { CoverFacts, CoverGallery, LargeCover } from '../ui/piece-gallery.tsx';
import { altOf, largestFile } from '../ui/piece-picture.tsx';
import { ReportLink } from '../ui/report-link.tsx';
import { designerSaving, SaveButton } from '../ui/saves.tsx';
import { Prose } from '../ui/text.tsx';

export const handle = { shared: true };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (!page) return [];
  const { cover, origin } = page;
  const { title, author, designer, picture } = cover;
  const file = largestFile(picture);
  const description = `The cover of ${title} by ${author}, made by ${designer.name}. ${cover.altText}`.trim();
  const address = `${origin}/covers/${cover.id}`;
  return [
    { title: `${title} by ${author}: cover by ${designer.name} · Dustjacket` },
    { name: 'description', content: description.slice(0, 300) },
    { tagName: 'link', rel: 'canonical', href: address },
    { property: 'og:type', content: 'article' },
    { property: 'og:site_name', content: 'Dustjacket' },
    { property: 'og:title', content: `${title} by ${author}` },
    { property: 'og:description', content: description.slice(0, 300) },
    { property: 'og:url', content: address },
    ...(file ? [{ property: 'og:image', content: origin + file }] : []),
    ...(file ? [{ property: 'og:image:alt', content: altOf(cover) }] : []),
  ];
};

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, config } = await anyone(args);
  const { pieceId } = args.params;
  if (!isUuid(pieceId)) throw new NotFound('There is no such cover.');
  const cover = await getCover(db, pieceId);
  const more = await listMoreBy(db, cover, 4);
  const pictures = await wantsPictures(args.request);
  const saved = await savedAmong(db, viewer, [cover.designerId]);
  const saving =
    viewer &&
    saved &&
    designerSaving(cover.designer.slug, {
      ...{ saved: saved.has(cover.designerId), formToken: mintFormToken(viewer), back: `/covers/${pieceId}` },
    });
  const mine = cover.designerId === viewer?.id;
  return { cover, more, pictures, saving, origin: config.origin, mine };
});

export default function CoverPage() {
  const { cover, more, pictures, saving, mine } = useLoaderData<typeof loader>();
  const { designer, genre } = cover;
  const above = (
    <Breadcrumb
      items={[
        { label: 'Covers', href: '/covers' },
        { label: GENRES[genre], href: `/covers?genre=${genre}` },
        { label: cover.title },
      ]}
    />
  );
  return (
    <div className="stack">
      <PageHead title={cover.title} lede={`by ${cover.author}`} above={above} />
      <section className="with-aside">
        <LargeCover cover={cover} pictures={pictures} />
        <div className="stack">
          <CoverFacts cover={cover} />
          <p>
            <a href={`/covers/${cover.id}/previews`} rel="nofollow">
              See it as readers will
            </a>
          </p>
          {saving && <SaveButton saving={saving} noun="designer" />}
          {mine && <LinkButton href={`/portfolio/${cover.id}/edit`}>Edit your cover</LinkButton>}
          {!mine && <ReportLink subject="piece" id={cover.id} label="Report this cover" />}
          {cover.about && (
            <section className="stack tight">
              <h2>About this cover</h2>
              <Prose text={cover.about} />
            </section>
          )}
        </div>
      </section>
      {more.length > 0 && (
        <section className="stack" aria-labelledby="more">
          <h2 id="more">
            More by <a href={`/designers/${designer.slug}`}>{designer.name}</a>
          </h2>
          <CoverGallery
            covers={more}
            label={`More by ${designer.name}`}
            first={0}
            own
            row
            {...{ pictures }}
          />
        </section>
      )}
    </div>
  );
}
