/** What a publisher wants changed: pins put on the pictures by a click, each with its words, and words for what has no place. */
import type { DraftProblem, Pin } from '#app/domain/deliveries/delivery.ts';
import { LONGEST } from '#app/domain/deliveries/rules.ts';
import type { PictureSheet } from '#app/domain/deliveries/sheet.ts';
import { Actions, Button, LinkButton } from './buttons.tsx';
import { TextArea, type FieldState } from './fields.tsx';
import { Form, Hidden } from './form.tsx';
import { PinPad } from './pinned.tsx';

export type Pinnable = { id: string; name: string; picture: PictureSheet };
type FormProps = {
  action: string;
  here: string;
  formToken: string;
  /** Of the version, which has to be the same when it is sent. */
  number: number;
  files: readonly Pinnable[];
  pins: readonly Pin[];
  wide: number;
  /** By the names of the fields: as saved, or as typed. */
  values: Readonly<Record<string, string>>;
  problems: readonly DraftProblem[];
  /** Of this round, in words. */
  round: string;
  pictures: boolean;
};

/** The id of a pin's words on the page. */
export const pinId = (id: string): string => `pin_${id.replaceAll('-', '_')}`;

export function ChangesForm(props: FormProps) {
  const { action, here, formToken, number, files, pins, wide, round, pictures, values, problems } = props;
  const field = (id: string, name: string): FieldState => ({
    ...{ id, name, value: values[name] ?? '' },
    errors: problems.filter((one) => one.field === id).map(({ message }) => message),
  });
  return (
    <Form action={action} enter={{ name: 'do', value: 'save' }}>
      <Hidden name="formToken" value={formToken} />
      <Hidden name="number" value={String(number)} />
      <Hidden name="wide" value={String(wide)} />
      {pictures && files.length > 0 && (
        <div className="stack">
          <p>
            Click where something is to be changed: a numbered pin is put there, and you say below what.
            Nothing is sent until you send it.
          </p>
          <p className="row small">
            Shown so many pixels wide:
            {WIDTHS.map((width) =>
              width === wide ? (
                <b key={width}>{width}</b>
              ) : (
                <a key={width} href={`${action}?wide=${width}`}>
                  {width}
                </a>
              ),
            )}
          </p>
          {files.map(({ id, name, picture }, at) => (
            <figure key={id} className="stack tight">
              <figcaption className="meta">{name}</figcaption>
              <PinPad {...{ id, picture, at, wide }} pins={pins.filter((pin) => pin.deliveryFileId === id)} />
            </figure>
          ))}
        </div>
      )}
      {pins.length > 0 && (
        <div className="fields" id="pins">
          {pins.map((pin, at) => (
            <div key={pin.id} className="fields">
              <Hidden name={`pins[${at}].id`} value={pin.id} />
              <TextArea
                field={field(pinId(pin.id), `pins[${at}].body`)}
                label={`Pin ${pin.number}: what is to be changed`}
                hint={`On ${files.find(({ id }) => id === pin.deliveryFileId)?.name ?? 'a picture'}.`}
                rows={2}
                max={LONGEST.pin}
              />
              <Actions>
                <Button name="do" value={`remove:${pin.id}`} kind="quiet">
                  Remove pin {pin.number}
                </Button>
              </Actions>
            </div>
          ))}
        </div>
      )}
      <TextArea
        field={field('body', 'body')}
        label="Changes in words"
        hint="Whatever belongs to no one place, or to all of it."
        max={LONGEST.body}
        optional={pins.length > 0}
      />
      <p>{round}</p>
      <Actions>
        <Button name="do" value="send">
          Send the changes
        </Button>
        <Button name="do" value="save" kind="secondary">
          Save
        </Button>
        <LinkButton href={here} kind="quiet">
          Back
        </LinkButton>
      </Actions>
    </Form>
  );
}

const WIDTHS = [320, 640, 1280];
