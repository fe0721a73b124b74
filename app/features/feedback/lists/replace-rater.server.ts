import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import { requestsAbout } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayChangeLaunchedList, mayReplaceRaters } from "../domain/nomination.ts";
import { type AddRefusals, putOnList } from "./add-rater.server.ts";
import { changeNomination, type Nomination } from "./nomination-change.server.ts";

export type PlaceRefusals = "unknown" | "still-asked" | "replaced";

export type ReplaceRefusals = AddRefusals | PlaceRefusals | "on-list";

/** Asks someone else, under the same relationship, in place of a rater who declined or left; once for each who did. */
export function replaceRater(
  platform: Platform,
  actor: Actor,
  participantId: string,
  raterId: string,
  personId: string,
): Promise<Outcome<void, ReplaceRefusals>> {
  return changeNomination<Outcome<void, ReplaceRefusals>>(
    platform,
    actor,
    participantId,
    mayReplaceRaters,
    async (tx, found) => {
      const place = await freePlace(tx, actor, found, raterId);
      return place.ok ? standIn(platform, tx, actor, found, { ...place.value, personId }) : place;
    },
  );
}

/**
 * The place of a rater who declined, or for HR of one who left, if nobody has been asked in it yet. What somebody had
 * sent before they left counts all the same, so that a place tells nothing of whether they had.
 */
export async function freePlace(
  tx: Tx,
  actor: Actor,
  { participant, facts }: Nomination,
  raterId: string,
): Promise<Outcome<{ instead: string; relationship: string }, PlaceRefusals>> {
  const raters = await requestsAbout(tx, actor, participant.id);
  const rater = raters.find((each) => each.id === raterId);
  if (!rater) return refuse("unknown");
  if (rater.relationship === "self") return refuse("still-asked");
  if (rater.state !== "declined") {
    const [person] = await peopleByIds(tx, actor, [rater.personId]);
    const left = rater.state === "invited" && person?.status === "inactive";
    if (!left || !mayChangeLaunchedList(actor, facts)) return refuse("still-asked");
  }
  if (raters.some((each) => each.replaces === raterId)) return refuse("replaced");
  return accept({ instead: rater.id, relationship: rater.relationship });
}

/** Puts someone into such a place, within the caller's change of the list. */
export async function standIn(
  platform: Platform,
  tx: Tx,
  actor: Actor,
  found: Nomination,
  { instead, ...rater }: { instead: string; relationship: string; personId: string },
): Promise<Outcome<void, ReplaceRefusals>> {
  const raters = await requestsAbout(tx, actor, found.participant.id);
  if (raters.some((each) => each.personId === rater.personId && each.state !== "withdrawn"))
    return refuse("on-list");
  const outcome = await putOnList(platform, tx, actor, found, rater, { instead });
  if (outcome.ok)
    await recordAudit(platform, tx, actor, {
      action: "rater.replaced",
      subjectKind: "participant",
      subjectId: found.participant.id,
    });
  return outcome;
}
