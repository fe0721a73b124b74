import type { TestOrganisation } from "~/features/identity/testing/organisation.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { SCIM_PATH, scimDoor } from "../answering/answer-scim.server.ts";
import { enlistProvider } from "./enlist-provider.ts";

// What comes back is looked into by tests alone, as a provider would.
// biome-ignore lint/suspicious/noExplicitAny: JSON of the protocol
type Body = any;

export type Answer = { status: number; body: Body; headers: Headers };

/** How an identity provider asks: over its door, with its token. */
export type ScimClient = {
  token: string;
  ask(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
};

/** An identity provider of an organisation, with a token that its administrator made. */
export async function scimClient(
  platform: Platform,
  house: Pick<TestOrganisation, "admin">,
): Promise<ScimClient> {
  const { token } = await enlistProvider(platform, house.admin);
  return { token, ask: asking(platform, token) };
}

/** Asks with any token, or with none. */
export function asking(platform: Platform, token: string | null, client: string | null = null) {
  return async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const bytes = body === undefined ? null : new TextEncoder().encode(textOf(body));
    const response = await scimDoor.answer(platform, {
      method,
      url: new URL(`http://twohats.test${SCIM_PATH}${path}`),
      headers: new Headers({
        "content-type": "application/scim+json",
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      }),
      body: bytes,
      client,
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text === "" ? null : (JSON.parse(text) as Body),
      headers: response.headers,
    };
  };
}

function textOf(body: unknown): string {
  return typeof body === "string" ? body : JSON.stringify(body);
}
