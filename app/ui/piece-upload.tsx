/** The step that takes a picture: its own page, because a browser empties a file field whenever a page is shown. */
import type { ReactNode } from 'react';
import { UPLOAD_HINT } from '#app/domain/images/rules.ts';
import { Actions, Button, LinkButton } from './buttons.tsx';
import { FileField } from './fields.tsx';
import { ErrorSummary, Form, Hidden } from './form.tsx';

type UploadProps = {
  formToken: string;
  label: string;
  submit: string;
  cancel: string;
  /** Why the last file was refused. */
  problem?: string | null | undefined;
  children?: ReactNode;
};

/** Choose a picture, and why the last one was not taken. */
export function PictureForm({ formToken, label, submit, cancel, problem, children }: UploadProps) {
  const field = { id: 'file', name: 'file', errors: problem ? [problem] : [] };
  return (
    <>
      <ErrorSummary errors={problem ? [{ id: 'file', message: problem }] : []} />
      <Form upload>
        {/* Before the file: whoever reads the stream knows the form before its bytes. */}
        <Hidden name="formToken" value={formToken} />
        <FileField field={field} label={label} hint={UPLOAD_HINT} accept="image/*,.tif,.tiff" />
        {children}
        <Actions>
          <Button>{submit}</Button>
          <LinkButton href={cancel} kind="quiet">
            Cancel
          </LinkButton>
        </Actions>
      </Form>
    </>
  );
}
