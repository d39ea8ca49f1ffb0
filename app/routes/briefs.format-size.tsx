import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { bookIn, specRow } from '../domain/briefs/spec-form.ts';
import { FormatSize } from '../ui/brief-sections/format.tsx';
import { PageHead } from '../ui/layout.tsx';

/** Arithmetic: the same for everyone, and asked for again with every key. */
export const handle = { shared: true };

export const meta: MetaFunction = () => [
  { title: 'The size of one format · Dustjacket' },
  { name: 'robots', content: 'noindex' },
];

/** One format of the brief form, asked for in the names of its fields. Nothing is stored, and no viewer asked for. */
export function loader({ request }: LoaderFunctionArgs) {
  const row = Object.fromEntries(new URL(request.url).searchParams);
  return { spec: specRow(row, bookIn({})) };
}

export default function OneFormat() {
  const { spec } = useLoaderData<typeof loader>();
  return (
    <div className="narrow stack">
      <PageHead title="The size of one format" />
      <FormatSize spec={spec} />
    </div>
  );
}
