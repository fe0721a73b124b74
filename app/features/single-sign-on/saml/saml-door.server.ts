import { isId } from "~/platform/db/ids.ts";
import { describeFault } from "~/platform/errors/describe-fault.ts";
import type { ProgramDoor, ProgramRequest } from "~/platform/feature/program-door.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { isShownLately } from "../domain/shown-lately.ts";
import { providerToAsk } from "../providers/provider-to-ask.server.ts";
import { acsPath, finishPath, SAML_PATH, samlEntity } from "../sign-on-paths.ts";
import { outcomeToken } from "./outcome-token.server.ts";
import { samlAnswer } from "./saml-answer.server.ts";
import { samlMetadata } from "./saml-metadata.server.ts";
import { providerAsked } from "./saml-request-id.server.ts";

/** More than any answer, with its signatures and hundreds of groups. */
const LARGEST = 256 * 1024;

/**
 * Where browsers bring what a SAML provider says: a form of another site, with neither our origin nor our cookies. It
 * lets nobody in: it hands on what was said to a page of ours, which asks for both.
 */
export const samlDoor: ProgramDoor = {
  path: SAML_PATH,
  methods: ["GET", "POST"],
  largest: LARGEST,
  answer: answerSaml,
};

async function answerSaml(platform: Platform, request: ProgramRequest): Promise<Response> {
  const { pathname } = request.url;
  const organisationId = pathname.slice(SAML_PATH.length + 1).split("/")[0] ?? "";
  if (!isId(organisationId)) return new Response("Not found", { status: 404 });
  if (request.method === "GET" && pathname === samlEntity(organisationId))
    return samlMetadata(platform, { organisationId });
  if (request.method !== "POST" || pathname !== acsPath(organisationId))
    return new Response("Not found", { status: 404 });
  try {
    return goOn(organisationId, await outcomeOf(platform, organisationId, request));
  } catch (error) {
    platform.log.error(describeFault(error), "a SAML answer failed");
    return goOn(organisationId, { problem: "wrong" });
  }
}

type Outcome = { outcome: string } | { problem: "wrong" | "over" | "declined" };

async function outcomeOf(
  platform: Platform,
  organisationId: string,
  { body }: ProgramRequest,
): Promise<Outcome> {
  if (body === null || body === "too-large") return { problem: "wrong" };
  const fields = new URLSearchParams(new TextDecoder().decode(body));
  const state = fields.get("RelayState") ?? "";
  const scope = { organisationId };
  // Before anything of another's making is read: without a question of ours there is nothing to answer.
  const providerId = providerAsked(platform, scope, state);
  const provider = providerId === null ? null : await providerToAsk(platform, scope, providerId);
  if (provider?.kind !== "saml") return { problem: "over" };
  const response = fields.get("SAMLResponse") ?? "";
  const answered = await samlAnswer(platform, scope, provider, { state, response });
  if (!answered.ok) return { problem: answered.reason };
  const { said, shownAt } = answered.value;
  const shownLately = isShownLately(shownAt, platform.clock.now());
  const wanted = [provider.adminGroup, provider.analystGroup];
  const groups = said.groups?.filter((group) => wanted.includes(group)) ?? null;
  const outcome = { providerId: provider.id, state, shownLately, said: { ...said, groups } };
  return { outcome: outcomeToken(platform, scope, outcome) };
}

function goOn(organisationId: string, outcome: Outcome): Response {
  const location = `${finishPath(organisationId)}?${new URLSearchParams(outcome)}`;
  return new Response(null, {
    status: 303,
    headers: { Location: location, "Cache-Control": "no-store" },
  });
}
