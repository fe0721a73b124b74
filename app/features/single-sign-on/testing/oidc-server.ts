import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

type Person = { email: string; name: string; groups?: string[] };

/** An OIDC provider of others' making, on this machine under another site's name. Any password is right there. */
export async function startOidcServer(
  client: { id: string; secret: string; redirectUri: string },
  people: Readonly<Record<string, Person>>,
) {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: client.id, client_secret: client.secret },
        ...{
          redirect_uris: [client.redirectUri],
          token_endpoint_auth_method: "client_secret_post",
        },
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "groups"] },
    cookies: { keys: ["of a test"] },
    findAccount: (_, id) => {
      const person = people[id];
      if (!person) return undefined;
      return { accountId: id, claims: async () => ({ sub: id, email_verified: true, ...person }) };
    },
    pkce: { required: () => true },
  });
  server.on("request", provider.callback());
  return {
    issuer,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
