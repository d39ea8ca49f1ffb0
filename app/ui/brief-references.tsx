/** The step in which a publisher adds pictures to a brief, one at a time, and takes them out again. */
import { MOST_REFERENCES } from '#app/domain/briefs/rules.ts';
import { UPLOAD_HINT } from '#app/domain/images/rules.ts';
import { ReferenceFigure, type ReferencePicture } from './brief-page.tsx';
import { Actions, Button, PostButton } from './buttons.tsx';
import { FileField, TextField } from './fields.tsx';
import { Form, Hidden } from './form.tsx';
import { EmptyState } from './text.tsx';

type ListProps = { list: readonly (ReferencePicture & { formToken: string })[]; pictures: boolean };

/** The pictures there are, each with its button to remove it. */
export function ReferenceList({ list, pictures }: ListProps) {
  if (list.length === 0)
    return (
      <EmptyState
        title="No reference images yet"
        text="A photograph of the place, a painting, an earlier volume of the series: whatever saves a page of words."
      />
    );
  return (
    <ul className="row">
      {list.map((picture, at) => (
        <li key={picture.src} className="stack tight">
          <ReferenceFigure picture={picture} number={at + 1} pictures={pictures} />
          <PostButton action={picture.remove} kind="quiet" hidden={{ formToken: picture.formToken }}>
            Remove picture {at + 1}
          </PostButton>
        </li>
      ))}
    </ul>
  );
}

type FormProps = {
  action: string;
  formToken: string;
  count: number;
  caption?: string | undefined;
  problem?: string | undefined;
};

/** One more picture with its caption, while there is room for one. */
export function ReferenceForm({ action, formToken, count, caption, problem }: FormProps) {
  if (count >= MOST_REFERENCES)
    return <p className="hint">A brief holds {MOST_REFERENCES} pictures. Remove one to add another.</p>;
  return (
    <section className="stack" aria-labelledby="add-picture">
      <h2 id="add-picture">Add a picture</h2>
      <Form action={action} upload>
        <Hidden name="formToken" value={formToken} />
        <TextField
          field={{ id: 'caption', name: 'caption', value: caption }}
          label="Caption"
          hint="What to look at in it. Also read out to those who cannot see it."
          optional
        />
        <FileField
          field={{ id: 'file', name: 'file', errors: problem ? [problem] : undefined }}
          label="Picture"
          hint={UPLOAD_HINT}
          accept="image/*,.tif,.tiff"
        />
        <Actions>
          <Button>Add the picture</Button>
        </Actions>
      </Form>
    </section>
  );
}
