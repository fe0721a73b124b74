import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

type Claims = Record<string, unknown>;

/** How an answer is to be wrong. */
export type Forgery = {
  claims?: Claims;
  /** Signed with a key that is not the provider's. */
  strangersKey?: boolean;
  /** Changed after it was signed. */
  tampered?: boolean;
  /** Seconds from now until it is no longer good. */
  lasts?: number;
  /** Seconds by which the clock of the provider is ahead. */
  ahead?: number;
  /** With no signature at all. */
  unsigned?: boolean;
};

/** An OIDC provider on this machine that says whatever it is told to. It checks its clients as a provider does. */
export async function forgingProvider(client: { id: string; secret: string }) {
  const own = await generateKeyPair("RS256");
  const strange = await generateKeyPair("RS256");
  const key = { ...(await exportJWK(own.publicKey)), kid: "own", alg: "RS256", use: "sig" };
  const codes = new Map<string, { forgery: Forgery; nonce: string; challenge: string }>();
  const asked: string[] = [];
  let isDown = false;
  const server = createServer(async (request, response) => {
    asked.push(request.url ?? "");
    const say = (status: number, body: unknown) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (isDown) return say(503, { error: "down" });
    if (request.url?.startsWith("/.well-known/")) return say(200, description());
    if (request.url === "/keys") return say(200, { keys: [key] });
    let text = "";
    for await (const part of request) text += part;
    const sent = new URLSearchParams(text);
    const code = codes.get(sent.get("code") ?? "");
    codes.delete(sent.get("code") ?? "");
    const verifier = createHash("sha256")
      .update(sent.get("code_verifier") ?? "")
      .digest("base64url");
    if (sent.get("client_secret") !== client.secret) return say(401, { error: "invalid_client" });
    if (!code || code.challenge !== verifier) return say(400, { error: "invalid_grant" });
    const id_token = await token(code);
    return say(200, { access_token: "secret-token", token_type: "Bearer", id_token });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const description = () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ["code"],
    id_token_signing_alg_values_supported: ["RS256"],
  });

  async function token({ forgery, nonce }: { forgery: Forgery; nonce: string }): Promise<string> {
    const now = Math.floor(Date.now() / 1_000) + (forgery.ahead ?? 0);
    const claims = { iss: issuer, aud: client.id, nonce, ...forgery.claims };
    const made = new SignJWT({ iat: now, exp: now + (forgery.lasts ?? 300), ...claims });
    if (forgery.unsigned) {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
      return `${part({ alg: "none" })}.${part({ iat: now, exp: now + 300, ...claims })}.`;
    }
    const signed = await made
      .setProtectedHeader({ alg: "RS256", kid: "own" })
      .sign(forgery.strangersKey ? strange.privateKey : own.privateKey);
    if (!forgery.tampered) return signed;
    const [head, body = "", signature] = signed.split(".");
    const changed = { ...JSON.parse(Buffer.from(body, "base64url").toString()), sub: "boss" };
    return [head, Buffer.from(JSON.stringify(changed)).toString("base64url"), signature].join(".");
  }

  return {
    issuer,
    asked,
    down: (down: boolean) => {
      isDown = down;
    },
    /** As if somebody had signed in there, sent with this question. @returns what their browser comes back with. */
    answer(question: string, forgery: Forgery): string {
      const { searchParams } = new URL(question);
      const code = `code-${codes.size}-${Math.random()}`;
      const nonce = searchParams.get("nonce") ?? "";
      codes.set(code, { forgery, nonce, challenge: searchParams.get("code_challenge") ?? "" });
      return `?${new URLSearchParams({ code, state: searchParams.get("state") ?? "" })}`;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

export type ForgingProvider = Awaited<ReturnType<typeof forgingProvider>>;
