/** The stand-in's own pages: a name and a password, and whether we may know. Plain HTML, as Cognito's work without script. */
import type { IncomingMessage } from 'node:http';

export const HOSTILE = '<img src="https://evil.example/"><h2>Call this number</h2>';

const page = (title: string, body: string) => `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      ${body}
    </main>
  </body>
</html>
`;

export const loginPage = (refused: boolean) =>
  page(
    'Stand-in sign-in',
    `${refused ? '<p>Incorrect username or password.</p>' : ''}
      <form method="post">
        <p><label for="login">Username</label> <input id="login" name="login" type="text" autocomplete="username"></p>
        <p><label for="password">Password</label> <input id="password" name="password" type="password" autocomplete="current-password"></p>
        <p><button type="submit">Sign in</button></p>
      </form>`,
  );

export const consentPage = () =>
  page(
    'May Dustjacket know who you are?',
    `<form method="post">
        <p><button type="submit" name="answer" value="allow">Allow</button></p>
        <p><button type="submit" name="answer" value="deny">Do not allow</button></p>
      </form>`,
  );

export async function fieldsOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
