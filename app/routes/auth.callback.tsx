import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NotFound } from '../domain/errors.ts';
import { anyone, signingIn } from '../http/gate.server.ts';
import { respond } from '../http/respond.server.ts';
import { finishSignIn } from '../http/sign-in.server.ts';
import { Actions, LinkButton } from '../ui/buttons.tsx';
import { PageHead } from '../ui/layout.tsx';

export const meta: MetaFunction = () => [{ title: 'You are signed in already · Dustjacket' }];

/** Where the provider sends people back to. The address is known to it: changing it means changing it there as well. */
export const loader = respond(async (args: LoaderFunctionArgs) => {
  await signingIn(args, 'signedIn');
  const visit = await anyone(args);
  if (!visit.identity) throw new NotFound('There is no sign-in service here.');
  return finishSignIn(visit, visit.identity, args);
});

/** For the Back button and the second click; everybody else is on their way by now. */
export default function SignedInAlready() {
  const { to } = useLoaderData<typeof loader>();
  return (
    <div className="narrow stack">
      <PageHead title="You are signed in already" lede="There is nothing more to do here." />
      <Actions>
        <LinkButton href={to} kind="primary">
          Continue
        </LinkButton>
      </Actions>
    </div>
  );
}
