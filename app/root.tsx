import { Meta, Outlet, useRouteLoaderData } from '@remix-run/react';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { anyone } from './http/gate.server.ts';
import css from './ui/style.css?inline';

export async function loader(args: LoaderFunctionArgs) {
  const { viewer } = await anyone(args);
  return { viewer: viewer && { name: viewer.name, role: viewer.role } };
}

export function Layout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </head>
      <body>{children}</body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}
