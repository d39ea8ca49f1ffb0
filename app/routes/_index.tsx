import { useRouteLoaderData } from '@remix-run/react';
import type { loader as root } from '../root.tsx';

export const handle = { shared: true };
export default function Home() {
  const data = useRouteLoaderData<typeof root>('root');
  return <h1>Dustjacket {data?.viewer?.name}</h1>;
}
