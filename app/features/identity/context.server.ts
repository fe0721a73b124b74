import { createContext, type RouterContextProvider, redirect } from "react-router";
import type { Auth } from "./auth.server.ts";
import type { Actor } from "./domain/actor.ts";
import { mayAdminister } from "./policy.ts";
import type { MembershipView } from "./reads.server.ts";

export type SignedIn = {
  actor: Actor;
  accountName: string;
  memberships: MembershipView[];
  organisationName: string;
};

export const authContext = createContext<Auth>();
/** Set by the root middleware on every request; null when nobody is signed in. */
export const signedInContext = createContext<SignedIn | null>(null);

export function getSignedIn(context: Readonly<RouterContextProvider>): SignedIn | null {
  return context.get(signedInContext);
}

/** Who is asking. @throws a redirect to sign-in, which leads back to the page that was wanted. */
export function requireActor(context: Readonly<RouterContextProvider>, request: Request): Actor {
  const signedIn = getSignedIn(context);
  if (signedIn) return signedIn.actor;
  const { pathname, search } = new URL(request.url);
  const wanted =
    request.method === "GET" ? `${pathname}${search}`.replace(/\.data(?=\?|$)/, "") : "/";
  throw redirect(`/sign-in?next=${encodeURIComponent(wanted)}`);
}

/** An admin. To everyone else the page does not exist. */
export function requireAdmin(context: Readonly<RouterContextProvider>, request: Request): Actor {
  const actor = requireActor(context, request);
  if (!mayAdminister(actor)) throw notFound();
  return actor;
}

/** Unknown and forbidden look the same from outside. */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: "Not found" });
}
