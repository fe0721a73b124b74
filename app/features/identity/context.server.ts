import { createContext, data, type RouterContextProvider, redirect } from "react-router";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import type { Brand } from "~/shell/brand.ts";
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
  /** A text of information waits: nothing but the account opens before it was seen. Asked for pages alone. */
  needsToRead: boolean;
  /** The last day on which someone who left may read their own reports; null for whoever is in. */
  readsUntil: string | null;
  accountName: string;
  /** What they read, where their record says. */
  language: string | null;
  /** `wantsProvider`: they are a member, and it takes its own identity provider to enter. */
  memberships: (NamedMembership & { wantsProvider: boolean })[];
  /** Organisations of theirs that are suspended. */
  shut: readonly ShutOrganisation[];
  organisationName: string;
  /** Their session was opened by the organisation's identity provider. */
  byProvider: boolean;
  /** By which one, where that is known. */
  providerId: string | null;
};

/** An organisation into which nobody is let at present, and why, in the words of whoever runs the server. */
export type ShutOrganisation = { organisation: string; why: string };

export type BrandOf = (tx: Tx, scope: OrganisationScope) => Promise<Brand>;

export const authContext = createContext<Auth>();
/** Set by the server, beside the platform. */
export const directoryContext = createContext<Directory>();
export const accessLettersContext = createContext<AccessLetters>();
/** How an organisation looks; what knows that stands above. Set by the server. */
export const brandContext = createContext<BrandOf>();
/** Set by the root middleware on every request; null when nobody is signed in. */
export const signedInContext = createContext<SignedIn | null>(null);

/** Set with it: of whoever is nowhere in for no other reason than that their organisation is suspended. */
export const shutOutContext = createContext<ShutOrganisation | null>(null);

export function getSignedIn(context: Readonly<RouterContextProvider>): SignedIn | null {
  return context.get(signedInContext);
}

/**
 * Who is asking, someone who left included: for pages that show people their own reports. @throws a redirect to
 * sign-in, which leads back to the page that was wanted; 403 where their organisation is suspended.
 */
export function requireReader(context: Readonly<RouterContextProvider>, request: Request): Actor {
  const signedIn = getSignedIn(context);
  if (signedIn?.needsStep) throw redirect("/account/second-factor");
  const wanted = pathOf(request);
  // What is somebody's own stays open, so that whoever does not agree can read, take along and change what is kept.
  if (signedIn?.needsToRead && !/^\/account(?=[/?]|$)/.test(wanted))
    throw redirect(`/account/information?${new URLSearchParams({ next: wanted })}`);
  return requireOwner(context, request);
}

/** The same for pages about one's own account, which are open before a second step that is asked is added. */
export function requireOwner(context: Readonly<RouterContextProvider>, request: Request): Actor {
  const signedIn = getSignedIn(context);
  if (signedIn) return signedIn.actor;
  const shut = context.get(shutOutContext);
  if (shut) throw data({ problem: "suspended", ...shut }, { status: 403 });
  const wanted = request.method === "GET" ? pathOf(request) : "/";
  throw redirect(`/sign-in?next=${encodeURIComponent(wanted)}`);
}

/** The page that was asked for, without what the browser's half of the application puts behind it. */
function pathOf(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return `${pathname}${search}`.replace(/\.data(?=\?|$)/, "");
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
