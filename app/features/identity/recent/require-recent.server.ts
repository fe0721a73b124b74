import { type RouterContextProvider, redirect } from "react-router";
import { getPlatform } from "~/platform/context.server.ts";
import { authContext, requireAble, requireOwner, requireReader } from "../context.server.ts";
import type { Actor } from "../domain/actor.ts";
import { mayAdminister } from "../policy.ts";
import { ownSession } from "../sessions/own-session.server.ts";
import { hasRecentProof } from "./recent-proof.server.ts";

/** An administrator who showed lately who they are. @throws as `requireRecentAble`. */
export function requireRecentAdmin(
  context: Readonly<RouterContextProvider>,
  request: Request,
): Promise<Actor> {
  return requireRecentAble(context, request, mayAdminister);
}

/**
 * Whoever may do this and showed lately who they are: for files about people that leave, and for who has which rights.
 * A browser that was left signed in is not enough for those. @throws as `requireAble`; a redirect to where it is
 * shown, and from there back to the page that this was asked on.
 */
export async function requireRecentAble(
  context: Readonly<RouterContextProvider>,
  request: Request,
  may: (actor: Actor) => boolean,
): Promise<Actor> {
  const actor = requireAble(context, request, may);
  await requireRecent(context, request);
  return actor;
}

/** The same of whoever may read what is their own, before all of it leaves as a file. */
export async function requireRecentReader(
  context: Readonly<RouterContextProvider>,
  request: Request,
): Promise<Actor> {
  const actor = requireReader(context, request);
  await requireRecent(context, request);
  return actor;
}

/** The same of anybody with an account, before what opens it is changed; and back to this page of ours. */
export async function requireRecentOwner(
  context: Readonly<RouterContextProvider>,
  request: Request,
  page: string,
): Promise<Actor> {
  const actor = requireOwner(context, request);
  await requireRecent(context, request, { page, own: true });
  return actor;
}

async function requireRecent(
  context: Readonly<RouterContextProvider>,
  request: Request,
  { page = pageAskedOn(request), own = false } = {},
): Promise<void> {
  const { headers } = request;
  const session = await ownSession(context.get(authContext), headers);
  const isRecent =
    session &&
    (await hasRecentProof(getPlatform(context), headers.get("cookie"), session.token, { own }));
  const query = new URLSearchParams({ next: page, ...(own ? { own: "" } : {}) });
  if (!isRecent) throw redirect(`/account/confirm?${query}`);
}

/** The page of ours that has the link or the form; what it asked for is no page. */
function pageAskedOn(request: Request): string {
  const from = request.headers.get("referer") ?? "";
  if (!URL.canParse(from)) return "/home";
  const { pathname, search, host } = new URL(from);
  return host === new URL(request.url).host ? `${pathname}${search}` : "/home";
}
