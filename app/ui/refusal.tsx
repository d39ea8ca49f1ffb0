import { Button, LinkButton, type ButtonKind } from './buttons.tsx';
import { ErrorPage } from './error-page.tsx';
import { Hidden } from './form.tsx';

type Words = { title: string; text: string };

/** What each status says when nothing better is known, and always says at the top. */
const WORDS: Record<number, Words> = {
  400: {
    title: 'That could not be read',
    text: 'The address or the form was not complete. Nothing was changed.',
  },
  403: { title: 'This page is not for everyone', text: 'You are not allowed to see or do this.' },
  404: {
    title: 'There is no such page',
    text: 'It may have moved, or it may not be yours to see. The lists below are a good place to start.',
  },
  405: {
    title: 'That cannot be done here',
    text: 'This address can be read, but nothing can be sent to it.',
  },
  409: {
    title: 'This has changed meanwhile',
    text: 'Somebody, perhaps you in another window, was here first.',
  },
  410: { title: 'This is over', text: 'The address was right, but its time has passed.' },
  413: { title: 'That is too large', text: 'Nothing was kept. Go back, make it smaller and send it again.' },
  429: {
    title: 'A little slower, please',
    text: 'You have sent a lot in a short time. Wait a minute and try again.',
  },
  500: {
    title: 'Something went wrong on our side',
    text: 'It has been written down and we will look at it. Nothing you had saved is lost.',
  },
  502: {
    title: 'We were given a wrong answer',
    text: 'A service that Dustjacket relies on did not answer as it should. It has been written down.',
  },
  503: {
    title: 'Back in a moment',
    text: 'A part of Dustjacket cannot be reached at the moment. Try again in a minute.',
  },
};
const FAULT: Words = {
  title: 'Something went wrong on our side',
  text: 'It has been written down and we will look at it.',
};

/** What the browser's tab says of a failure. */
export const refusalTitle = (status: number) => (WORDS[status] ?? FAULT).title;

type RefusalProps = {
  status: number;
  /** Instead of what the status says. */
  title?: string | undefined;
  message?: string | undefined;
  requestId: string;
  /** A form that could not be taken: offered to be sent again with everything in it. */
  again?: Again | undefined;
  /** What was written, when it cannot be sent any more. */
  written?: readonly string[] | undefined;
  /** Where to sign in before that. */
  signIn?: string | undefined;
  /** Where to go on, instead of the usual places. */
  ways?: Way[] | undefined;
};
type Again = { action: string; fields: [string, string][] };
type Way = { href: string; label: string };

const USUAL_WAYS = [
  { href: '/briefs', label: 'Open briefs' },
  { href: '/covers', label: 'Covers' },
];

/** The page of a failure: what happened, what can be done, and for faults the id that finds it in the log. */
export function RefusalPage({
  status,
  title,
  message,
  requestId,
  again,
  written,
  signIn,
  ways,
}: RefusalProps) {
  const words = WORDS[status] ?? FAULT;
  return (
    <ErrorPage
      status={status}
      title={title ?? words.title}
      text={message ?? words.text}
      requestId={status >= 500 ? requestId : undefined}
      actions={
        again || signIn ? (
          <>
            {signIn && (
              <LinkButton href={signIn} kind="primary" newTab>
                Sign in (opens in a new tab)
              </LinkButton>
            )}
            {again && <SendAgain {...again} kind={signIn ? 'secondary' : 'primary'} />}
          </>
        ) : (
          <Elsewhere ways={ways} />
        )
      }
    >
      {written && written.length > 0 && <Written texts={written} />}
    </ErrorPage>
  );
}

const Written = ({ texts }: { texts: readonly string[] }) => (
  <section className="stack tight" aria-labelledby="written">
    <h2 id="written">What you wrote</h2>
    <p>It was not sent. Copy what you want to keep.</p>
    {texts.map((text, at) => (
      <blockquote key={at} className="notice">
        <p className="as-typed">{text}</p>
      </blockquote>
    ))}
  </section>
);

function SendAgain({ action, fields, kind }: Again & { kind: ButtonKind }) {
  return (
    <form method="post" action={action}>
      {fields.map(([name, value], at) => (
        <Hidden key={`${at}${name}`} name={name} value={value} />
      ))}
      <Button kind={kind}>Send it again</Button>
    </form>
  );
}

const Elsewhere = ({ ways }: { ways: Way[] | undefined }) => (
  <>
    {(ways ?? USUAL_WAYS).map(({ href, label }) => (
      <LinkButton key={href} href={href} rel={ways && 'nofollow'}>
        {label}
      </LinkButton>
    ))}
    <LinkButton href="/" kind="quiet">
      Home
    </LinkButton>
  </>
);
