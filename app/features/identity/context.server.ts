import { createContext, type RouterContextProvider, redirect } from "react-router";
import { notFound } from "~/platform/http/not-found.ts";
import type { AccessLetters } from "./access-letters.ts";
import type { Auth } from "./auth.server.ts";
import type { Directory } from "./directory.ts";
import type { Actor } from "./domain/actor.ts";
import { mayAdminister } from "./policy.ts";
import type { NamedMembership } from "./reads.server.ts";

export type SignedIn = {
  actor: Actor;
  /** The organisation asks a second step of them, and they have none: nothing else opens before. */
  needsStep: boolean;
  /** The last day on which someone who left may read their own reports; null for whoever is in. */
  readsUntil: string | null;
  accountName: string;
  /** What they read, where their record says. */
  language: string | null;
  /** `shut`: they are a member, and it takes its own provider to enter. */
  memberships: (NamedMembership & { shut: boolean })[];
  organisationName: string;
  /** Their session was opened by the organisation's identity provider. */
  byProvider: boolean;
};

export const authContext = createContext<Auth>();
/** Set by the server, beside the platform. */
export const directoryContext = createContext<Directory>();
export const accessLettersContext = createContext<AccessLetters>();
/** Set by the root middleware on every request; null when nobody is signed in. */
export const signedInContext = createContext<SignedIn | null>(null);

export function getSignedIn(context: Readonly<RouterContextProvider>): SignedIn | null {
  return context.get(signedInContext);
}

/**
 * Who is asking, someone who left included: for pages that show people their own reports. @throws a redirect to
 * sign-in, which leads back to the page that was wanted.
 */
export function requireReader(context: Readonly<RouterContextProvider>, request: Request): Actor {
  const signedIn = getSignedIn(context);
  if (signedIn?.needsStep) throw redirect("/account/second-factor");
  return requireOwner(context, request);
}

/** The same for pages about one's own account, which are open before a second step that is asked is added. */
export function requireOwner(context: Readonly<RouterContextProvider>, request: Request): Actor {
  const signedIn = getSignedIn(context);
  if (signedIn) return signedIn.actor;
  const { pathname, search } = new URL(request.url);
  const wanted =
    request.method === "GET" ? `${pathname}${search}`.replace(/\.data(?=\?|$)/, "") : "/";
  throw redirect(`/sign-in?next=${encodeURIComponent(wanted)}`);
}

/**
 * Who is asking, of those who are in. @throws as `requireReader`; someone who left is led to what they may still read.
 */
export function requireActor(context: Readonly<RouterContextProvider>, request: Request): Actor {
  const actor = requireReader(context, request);
  if (actor.role !== "leaver") return actor;
  throw request.method === "GET" ? redirect("/reports") : notFound();
}

/** An administrator. To everyone else the page does not exist. */
export function requireAdmin(context: Readonly<RouterContextProvider>, request: Request): Actor {
  return requireAble(context, request, mayAdminister);
}

/** Whoever may do this. To everyone else the page does not exist. */
export function requireAble(
  context: Readonly<RouterContextProvider>,
  request: Request,
  may: (actor: Actor) => boolean,
): Actor {
  const actor = requireActor(context, request);
  if (!may(actor)) throw notFound();
  return actor;
}
