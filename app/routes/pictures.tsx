import type { ActionFunctionArgs } from '@remix-run/node';
import { safeReturnTo } from '../auth/return-to.ts';
import { readForm } from '../http/form.server.ts';
import { anyone } from '../http/gate.server.ts';
import { picturesCookie } from '../http/pictures.server.ts';
import { respond, seeOther } from '../http/respond.server.ts';

export const loader = async () => seeOther('/');

/** Turns pictures on or off for this browser, and goes back to the page it was asked from. */
export const action = respond(async (args: ActionFunctionArgs) => {
  const { config } = await anyone(args);
  const fields = await readForm(args);
  const off = fields.get('to') === 'off';
  const cookie = await picturesCookie(config).serialize(off ? 'off' : '', off ? {} : { maxAge: 0 });
  return seeOther(safeReturnTo(fields.get('back')), undefined, [['Set-Cookie', cookie]]);
});

/** Never shown. Without a component a refusal here would be raw JSON instead of the page that says why. */
export default function NoPage() {
  return null;
}
