import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { posted, readQuestion, signingIdp } from "./signing-idp.ts";

/** A SAML provider on this machine under another site's name: one page with a button, which posts its answer. */
export async function startSamlServer(first: { nameId: string; email: string }) {
  let person = first;
  const idp = await signingIdp("https://idp.example/saml");
  const server = createServer((request, response) => {
    const question = readQuestion(`http://localhost${request.url}`);
    const { nameId, email } = person;
    const answer = posted(idp.xml(question, { nameId, attributes: { email } }));
    response.writeHead(200, { "content-type": "text/html" });
    response.end(`<!doctype html><title>The provider</title><form method="post" action="${question.acs}">
      <input type="hidden" name="SAMLResponse" value="${answer}">
      <input type="hidden" name="RelayState" value="${question.relayState}"><button>Go on</button></form>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const port = (server.address() as AddressInfo).port;
  return {
    ...{ issuer: idp.issuer, certificate: idp.certificate },
    entryPoint: `http://localhost:${port}/sso`,
    setPerson: (next: typeof first) => {
      person = next;
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
