import { data, type RouterContextProvider, redirect } from "react-router";
import { brandOf } from "~/features/branding/index.server.ts";
import {
  directoryContext,
  organisationName,
  presenceIn,
  requireActor,
} from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { type Language, languages } from "~/platform/i18n/language.ts";
import { languageAmong, languageWishes } from "~/platform/i18n/language-wishes.server.ts";
import { readOnIn } from "~/platform/i18n/reader-language.server.ts";
import type { Brand } from "~/shell/brand.ts";
import type { RaterActor } from "../domain/rater.ts";
import type { Shut } from "../domain/standing.ts";
import { deviceOf } from "../pseudonyms/device.server.ts";
import { ownLanguage } from "../reads/rater-reads.server.ts";
import { raterOfLink } from "./link-reads.server.ts";
import { readLinkToken } from "./personal-link.server.ts";

export type RaterVisit = {
  rater: RaterActor;
  /** Where this rater's list is: under their link, or among their pages. */
  base: string;
  organisation: string;
  brand: Brand;
  /** What this rater would like to read, best first. */
  wishes: string[];
  /** What their pages are in. */
  language: Language;
};

type Args = {
  context: Readonly<RouterContextProvider>;
  request: Request;
  params: { token?: string };
};

/**
 * Who is answering, without anything a page needs beside.
 * @throws 404 for a link that is not ours, 410 for one whose round was closed or called off, whose person left or has
 * another address now, 409 while the organisation is suspended, a redirect to sign-in without either.
 */
export async function raterOf({ context, request, params }: Args): Promise<RaterActor> {
  if (params.token !== undefined) return byLink(context, params.token);
  const actor = requireActor(context, request);
  if (!actor.personId) throw redirect("/home");
  const { organisationId, personId } = actor;
  return { organisationId, personId, roundId: null, device: deviceOf(context).key };
}

/** Who is answering: the holder of a personal link, or someone signed in. @throws as `raterOf`. */
export async function resolveRater(args: Args): Promise<RaterVisit> {
  const { context, request, params } = args;
  const platform = getPlatform(context);
  const rater = await raterOf(args);
  return inOrganisation(platform, rater, async (tx) => {
    const wishes = await languageWishes(request.headers, await ownLanguage(tx, rater));
    const language = languageAmong(languages, wishes);
    readOnIn(language);
    return {
      rater,
      base: params.token === undefined ? "/requests" : `/r/${params.token}`,
      organisation: await organisationName(tx, rater),
      brand: await brandOf(tx, rater),
      wishes,
      language,
    };
  });
}

async function byLink(context: Args["context"], token: string): Promise<RaterActor> {
  const platform = getPlatform(context);
  const target = readLinkToken(platform.secret, token);
  if (!target) throw notFound();
  return inOrganisation(platform, target, async (tx) => {
    const found = await raterOfLink(tx, target);
    if (!found) throw closedForGood();
    const { organisationId, personId, roundId } = found;
    const asked = { ...platform, directory: context.get(directoryContext) };
    const { presence, standing, suspended } = await presenceIn(asked, tx, target, found);
    if (suspended && standing?.linkVersion === target.version)
      throw data({ problem: "suspended", reason: "paused" }, { status: 409 });
    if (presence !== "in" || standing?.linkVersion !== target.version)
      throw data({ problem: "ended" }, { status: 410 });
    if (found.calledOff) throw data({ problem: "called-off", ...found.calledOff }, { status: 410 });
    return { organisationId, personId, roundId, device: deviceOf(context).key };
  });
}

/** The link was real, and its round has closed since. */
export function closedForGood(): Response {
  return new Response(null, { status: 410, statusText: "Closed" });
}

/** Why nothing can be answered here just now. The page says it in words. */
export function shut(reason: Shut) {
  return data(
    { problem: reason },
    { status: reason === "paused" || reason === "not-open" ? 409 : 410 },
  );
}
