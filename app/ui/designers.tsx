/** Designers as they stand in lists. */
import type { ReactNode } from 'react';
import { CoverImage, type CoverPicture } from './covers.tsx';
import { StatusTag } from './status.tsx';
import { MetaLine } from './text.tsx';

export type DesignerSummary = {
  href: string;
  name: string;
  headline?: string | undefined;
  /** All of these are shown; each costs its page a request. */
  covers: readonly { title: string; image: CoverPicture }[];
  availability: { state: string; label: string };
  priceBand?: string | undefined;
  location?: string | undefined;
};

/** Designers side by side. Holds `DesignerCard`s. */
export const DesignerList = ({ children }: { children: ReactNode }) => <ul className="cards">{children}</ul>;

type CardProps = { designer: DesignerSummary; pictures: boolean; children?: ReactNode };

/** A designer: name and headline, a cover, whether there is time and what a cover costs; then what can be done here. */
export function DesignerCard({ designer, pictures, children }: CardProps) {
  return (
    <li className="card">
      <h3 className="title">
        <a href={designer.href}>{designer.name}</a>
      </h3>
      {designer.headline && <p className="soft">{designer.headline}</p>}
      {designer.covers.length > 0 && (
        <div className="thumbs">
          {designer.covers.map(({ title, image }) => (
            <CoverImage key={image.src.prefix} {...image} title={title} sizes="thumb" pictures={pictures} />
          ))}
        </div>
      )}
      <MetaLine>
        <StatusTag {...designer.availability} />
        {designer.priceBand && <span className="num">{designer.priceBand}</span>}
        {designer.location}
      </MetaLine>
      {children}
    </li>
  );
}
