import { type RouterContextProvider, redirect } from "react-router";
import {
  getSignedIn,
  notFound,
  organisationName,
  requireActor,
} from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { RaterActor } from "./domain/rater.ts";
import { readLinkToken } from "./personal-link.server.ts";
import { raterOfLink } from "./rater-reads.server.ts";

export type RaterVisit = {
  rater: RaterActor;
  /** Where this rater's list is: under their link, or among their pages. */
  base: string;
  organisation: string;
};

type Args = {
  context: Readonly<RouterContextProvider>;
  request: Request;
  params: { token?: string };
};

/**
 * Who is answering: the holder of a personal link, or someone signed in.
 * @throws 404 for a link that is not ours, 410 for one whose cycle was closed, a redirect to sign-in without either.
 */
export async function resolveRater({ context, request, params }: Args): Promise<RaterVisit> {
  if (params.token !== undefined) return byLink(context, params.token);
  const actor = requireActor(context, request);
  if (!actor.personId) throw redirect("/home");
  const { organisationId, personId } = actor;
  const organisation = getSignedIn(context)?.organisationName ?? "";
  return { rater: { organisationId, personId, cycleId: null }, base: "/requests", organisation };
}

async function byLink(
  context: Readonly<RouterContextProvider>,
  token: string,
): Promise<RaterVisit> {
  const platform = getPlatform(context);
  const target = readLinkToken(platform.secret, token);
  if (!target) throw notFound();
  return inOrganisation(platform, target, async (tx) => {
    const rater = await raterOfLink(tx, target);
    if (!rater) throw closedForGood();
    return { rater, base: `/r/${token}`, organisation: await organisationName(tx, rater) };
  });
}

/** The link was real, and its cycle has closed since. */
export function closedForGood(): Response {
  return new Response(null, { status: 410, statusText: "Closed" });
}
