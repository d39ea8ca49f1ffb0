import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { safeReturnTo } from '../auth/return-to.ts';
import { Invalid } from '../domain/errors.ts';
import type { Match } from '../domain/matches/commands.server.ts';
import { matchWords } from '../domain/matches/rules.ts';
import { once } from '../domain/once.server.ts';
import { saveDesigner, unsaveDesigner } from '../domain/saves/commands.server.ts';
import { SAVE_CHOICES } from '../domain/saves/rules.ts';
import { formToken, readForm } from '../http/form.server.ts';
import { hiring } from '../http/gate.server.ts';
import { oneOfParam } from '../http/query.ts';
import { respond, seeOther } from '../http/respond.server.ts';

/** Saving is a button on the designer's page; whoever opens its address is led there. */
export const loader = async ({ params }: LoaderFunctionArgs) =>
  seeOther(`/designers/${encodeURIComponent(params['slug'] ?? '')}`);

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, queue, viewer } = await hiring(args);
  const slug = args.params['slug'] ?? '';
  const fields = await readForm(args);
  const save = oneOfParam(fields.get('save'), SAVE_CHOICES);
  if (!save) throw new Invalid('Say whether to save this designer.');
  let matches: Match[] = [];
  const { location } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
    if (save === 'yes') ({ matches } = await saveDesigner(tx, queue, viewer, slug));
    else await unsaveDesigner(tx, viewer, slug);
    return safeReturnTo(fields.get('back'), `/designers/${slug}`);
  });
  const done = save === 'yes' ? 'Saved.' : 'Not saved any more.';
  return seeOther(location, `${done}${matchWords(matches)}`);
});

/** Never shown. Without a component a refusal here would be raw JSON instead of the page that says why. */
export default function NoPage() {
  return null;
}
