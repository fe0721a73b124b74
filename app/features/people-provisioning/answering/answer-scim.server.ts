import { isSuspended } from "~/features/identity/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isDatabaseAway } from "~/platform/errors/database-away.ts";
import { describeFault } from "~/platform/errors/describe-fault.ts";
import type { ProgramDoor, ProgramRequest } from "~/platform/feature/program-door.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { badRequest, type Read } from "../domain/scim-fault.ts";
import type { Provider } from "../provider.ts";
import { withToken } from "../tokens/with-token.server.ts";
import { answerDiscovery } from "./answer-discovery.server.ts";
import { answerGroups } from "./answer-groups.server.ts";
import { answerUsers } from "./answer-users.server.ts";
import type { Asking } from "./asking.ts";
import { faultResponse } from "./scim-response.ts";

/** More than the largest group an identity provider sends at once: twenty thousand members. */
export const LARGEST_REQUEST = 2 * 1024 * 1024;
export const SCIM_PATH = "/scim/v2";

/** Where identity providers come in (RFC 7644). */
export const scimDoor: ProgramDoor = {
  path: SCIM_PATH,
  methods: ["GET", "POST", "PUT", "PATCH", "DELETE"],
  largest: LARGEST_REQUEST,
  answer: answerScim,
};

/** Answers an identity provider, whatever it sends. Without a token that is right, nothing is looked at. */
async function answerScim(platform: Platform, request: ProgramRequest): Promise<Response> {
  const { client, headers } = request;
  try {
    const answered = await withToken(
      platform,
      { client, token: bearerOf(headers) },
      (tx, provider) => answerProvider(platform, tx, provider, request),
    );
    if (answered.ok) return answered.value;
    return answered.reason === "too-many" ? tooMany(answered.seconds) : notLetIn();
  } catch (error) {
    platform.log.error(describeFault(error), "provisioning failed");
    if (isDatabaseAway(error))
      return faultResponse(
        { status: 503, detail: "The database is away." },
        { "Retry-After": "10" },
      );
    return faultResponse({ status: 500, detail: "Something went wrong here. It was logged." });
  }
}

/** All of it in one transaction: what is refused has changed nothing. */
async function answerProvider(
  platform: Platform,
  tx: Tx,
  provider: Provider,
  request: ProgramRequest,
): Promise<Response> {
  if (await isSuspended(tx, provider)) return shutOut();
  const body = readBody(request);
  if (!body.ok) return faultResponse(body);
  const { method, url, headers } = request;
  const [kind, ...rest] = url.pathname.slice(SCIM_PATH.length).split("/").filter(Boolean);
  const asking: Asking = {
    ...{ provider, base: `${platform.publicUrl}${SCIM_PATH}`, method, query: url.searchParams },
    ...{ ifMatch: headers.get("if-match"), ifNoneMatch: headers.get("if-none-match") },
    ...{ parts: rest, body: body.value },
  };
  if (kind === "Users") return answerUsers(platform, tx, asking);
  if (kind === "Groups") return answerGroups(platform, tx, asking);
  return answerDiscovery(asking, kind);
}

function bearerOf(headers: Headers): string | null {
  const [scheme = "", token = "", ...more] = (headers.get("authorization") ?? "").trim().split(" ");
  return scheme.toLowerCase() === "bearer" && token !== "" && more.length === 0 ? token : null;
}

const JSON_TYPE = /^application\/(scim\+)?json\s*(;|$)/i;

function readBody({ method, headers, body }: ProgramRequest): Read<unknown> {
  if (method === "GET" || method === "DELETE") return { ok: true, value: null };
  if (body === "too-large")
    return { ok: false, status: 413, detail: `More than ${LARGEST_REQUEST} bytes at once.` };
  if (!JSON_TYPE.test(headers.get("content-type") ?? ""))
    return { ok: false, status: 415, detail: "The body must be application/scim+json." };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(body ?? new Uint8Array());
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    // The parser's own words repeat what was sent, so only the fact is told.
    return badRequest("invalidSyntax", "The body is no JSON.");
  }
}

function notLetIn(): Response {
  const detail = "The token is not known here.";
  return faultResponse({ status: 401, detail }, { "WWW-Authenticate": "Bearer" });
}

/** To the right token alone. Nothing of what it asks for is kept: a provider sends it again, or HR asks for a full cycle. */
function shutOut(): Response {
  const detail =
    "The organisation is suspended on this server. Nothing was changed and nothing was deleted.";
  return faultResponse({ status: 403, detail });
}

function tooMany(seconds: number): Response {
  const detail = "Too many wrong tokens were tried.";
  return faultResponse({ status: 429, detail }, { "Retry-After": String(seconds) });
}
