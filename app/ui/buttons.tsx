/** Things that act: submit buttons, links that look like them, and the box that asks first. */
import type { ReactNode } from 'react';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

/** A row of actions, the main one first. On a phone each fills the line. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="actions">{children}</div>;
}

type ButtonProps = {
  children: ReactNode;
  kind?: ButtonKind | undefined;
  name?: string | undefined;
  value?: string | undefined;
  formAction?: string | undefined;
  /** The id of a form this button stands outside of. */
  form?: string | undefined;
};

/**
 * A submit button. With `name` and `value` it tells the action which button was pressed. The space after it keeps it
 * apart from the next where there is no style.
 */
export function Button({ children, kind = 'primary', ...attributes }: ButtonProps) {
  return (
    <>
      <button className={`button ${kind}`} type="submit" {...attributes}>
        {children}
      </button>{' '}
    </>
  );
}

type LinkButtonProps = {
  href: string;
  children: ReactNode;
  kind?: ButtonKind | undefined;
  rel?: string | undefined;
  /** Leaves this page open. The words of the link have to say so. */
  newTab?: boolean | undefined;
};

/** A link that weighs as much as a button. It goes somewhere; it never changes anything. */
export function LinkButton({ href, children, kind = 'secondary', rel, newTab }: LinkButtonProps) {
  return (
    <>
      <a
        className={`button ${kind}`}
        href={href}
        target={newTab ? '_blank' : undefined}
        rel={newTab ? 'noopener' : rel}
      >
        {children}
      </a>{' '}
    </>
  );
}

type PostButtonProps = {
  action: string;
  children: ReactNode;
  kind?: ButtonKind | undefined;
  hidden?: Readonly<Record<string, string>> | undefined;
};

/** A whole form that is one button: for changes that need no further words. Does not go inside another form. */
export function PostButton({ action, children, kind = 'secondary', hidden = {} }: PostButtonProps) {
  return (
    <form method="post" action={action}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button kind={kind}>{children}</Button>
    </form>
  );
}

type ConfirmProps = {
  title: string;
  text: ReactNode;
  action: string;
  /** On the button that does it. */
  confirm: string;
  /** Where "Go back" leads. */
  cancel: string;
  cancelLabel?: string | undefined;
  danger?: boolean | undefined;
  hidden?: Readonly<Record<string, string>> | undefined;
  /** Fields to fill in before confirming, such as a reason. */
  children?: ReactNode;
};

/** Asks before something that cannot be undone, says what it will cost, and offers the way back. */
export function ConfirmBox({
  title,
  text,
  action,
  confirm,
  cancel,
  danger,
  hidden = {},
  ...rest
}: ConfirmProps) {
  return (
    <form className="confirm stack" method="post" action={action} noValidate>
      <h2>{title}</h2>
      <div className="prose">{typeof text === 'string' ? <p>{text}</p> : text}</div>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {rest.children && <div className="fields">{rest.children}</div>}
      <Actions>
        <Button kind={danger ? 'danger' : 'primary'}>{confirm}</Button>
        <LinkButton href={cancel} kind="quiet">
          {rest.cancelLabel ?? 'Go back'}
        </LinkButton>
      </Actions>
    </form>
  );
}
