/** Saving a brief or a designer: the button on its page, the small one on a card, and the lists of what is saved. */
import type { ReactNode } from 'react';
import { BriefRow, type BriefSummary } from './briefs.tsx';
import { PostButton } from './buttons.tsx';
import { DesignerCard, type DesignerSummary } from './designers.tsx';
import { HiddenFields } from './form.tsx';

/** A save as its button needs it. `back` is where to go on; the page of the thing when it is left out. */
export type Saving = { action: string; saved: boolean; formToken: string; back?: string | undefined };

type Save = { saved: boolean; formToken: string; back?: string };

/** Saving this designer, or this brief. */
export const designerSaving = (slug: string, save: Save): Saving => ({
  action: `/designers/${slug}/save`,
  ...save,
});
export const briefSaving = (id: string, save: Save): Saving => ({ action: `/briefs/${id}/save`, ...save });

const fieldsOf = ({ saved, formToken, back }: Saving) => ({
  ...{ formToken, save: saved ? 'no' : 'yes' },
  ...(back && { back }),
});

/** On the page of what is saved. */
export const SaveButton = ({ saving, noun }: { saving: Saving; noun: string }) => (
  <PostButton action={saving.action} hidden={fieldsOf(saving)}>
    {saving.saved ? `Saved: remove this ${noun}` : `Save this ${noun}`}
  </PostButton>
);

/** Under one of many: its name is said to those who hear the button alone. */
export const SmallSave = ({ saving, name }: { saving: Saving; name: string }) => (
  <form method="post" action={saving.action}>
    <HiddenFields values={fieldsOf(saving)} />
    <button className="text-button" type="submit">
      {saving.saved ? 'Saved: remove' : 'Save'}
      <span className="vh"> {name}</span>
    </button>
  </form>
);

/** What has become of it since; nothing when all is as it was. */
const News = ({ text }: { text: string | null }) => text && <p className="strong">{text}</p>;

export type SavedBriefRow = {
  id: string;
  title: string;
  /** Null when it is not to be read any more. */
  brief: BriefSummary | null;
  saved: string;
  news: string | null;
  saving: Saving;
};

/** Saved briefs, each with what has become of it. */
export const SavedBriefs = ({ rows }: { rows: readonly SavedBriefRow[] }) => (
  <ol className="entries">
    {rows.map(({ id, title, brief, saved, news, saving }) => {
      const since = (
        <>
          <News text={news} />
          <p className="meta">Saved {saved}</p>
          <SmallSave saving={saving} name={title} />
        </>
      );
      return brief ? (
        <BriefRow key={id} brief={brief}>
          {since}
        </BriefRow>
      ) : (
        <li key={id} className="entry">
          <div className="stack tight">
            <h3>{title}</h3>
            {since}
          </div>
        </li>
      );
    })}
  </ol>
);

export type SavedDesignerCard = {
  id: string;
  designer: DesignerSummary;
  hidden: boolean;
  saved: string;
  news: string | null;
  saving: Saving;
};

/** Saved designers; one who is hidden is a name, which leads nowhere. */
export const SavedDesigners = ({
  rows,
  pictures,
}: {
  rows: readonly SavedDesignerCard[];
  pictures: boolean;
}): ReactNode => (
  <ul className="cards">
    {rows.map(({ id, designer, hidden, saved, news, saving }) => {
      const since = (
        <>
          <News text={news} />
          <p className="meta">Saved {saved}</p>
          <SmallSave saving={saving} name={designer.name} />
        </>
      );
      return hidden ? (
        <li key={id} className="card">
          <h3 className="title">{designer.name}</h3>
          {since}
        </li>
      ) : (
        <DesignerCard key={id} designer={designer} pictures={pictures}>
          {since}
        </DesignerCard>
      );
    })}
  </ul>
);
