import type { Actor } from "~/features/identity/index.ts";
import { type DirectoryPerson, peopleByIds } from "~/features/people/index.server.ts";
import {
  askedAs,
  isRelationship,
  type Relationship,
} from "~/features/questionnaires/domain/index.ts";
import { isOwnList, mayBeAskedAgain, noLoad } from "~/features/rounds/domain/index.ts";
import {
  insertRequest,
  requestLoad,
  requestsAbout,
  updateRequest,
} from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId, newId } from "~/platform/db/ids.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { isCycleKind, relationshipsOf } from "../domain/cycle-kind.ts";
import { countByRelationship, hasRoom } from "../domain/enough-raters.ts";
import { mayChangeLaunchedList, mayChooseRaters } from "../domain/nomination.ts";
import { readLimits } from "../domain/rater-rules.ts";
import { inviteLate } from "./invite-late.server.ts";
import { noteListChanged } from "./list-changed.server.ts";
import { changeNomination, type Nomination } from "./nomination-change.server.ts";

export type AddRefusals =
  | "unknown"
  | "not-now"
  | "no-person"
  | "no-address"
  | "own-self"
  | "relationship"
  | "full"
  | "asked-enough";

/** Asks one more person about a participant; after the launch they are written to at once. */
export function addRater(
  platform: Platform,
  actor: Actor,
  participantId: string,
  rater: { personId: string; relationship: string },
): Promise<Outcome<void, AddRefusals>> {
  return changeNomination(platform, actor, participantId, mayAdd, (tx, found) =>
    putOnList(platform, tx, actor, found, rater),
  );
}

export function mayAdd(actor: Actor, facts: Nomination["facts"]): boolean {
  return mayChooseRaters(actor, facts) || mayChangeLaunchedList(actor, facts);
}

/**
 * Puts someone on a list, within the caller's change of it. Someone on it already stays as they are. Whoever is from
 * outside is asked as that, whatever was wanted.
 * @param place `instead` is who declined and is stood in for: their place needs no room of its own; `bySubject` is
 * left out where whoever asks brings them.
 */
export async function putOnList(
  platform: Platform,
  tx: Tx,
  actor: Actor,
  { participant, cycle }: Nomination,
  rater: { personId: string; relationship: string },
  place: { instead?: string | null; bySubject?: boolean } = {},
): Promise<Outcome<void, Exclude<AddRefusals, "unknown" | "not-now">>> {
  const { personId } = rater;
  if (!isAskable(rater.relationship)) return refuse("relationship");
  if (personId === participant.personId) return refuse("own-self");
  const [person] = isId(personId) ? await peopleByIds(tx, actor, [personId]) : [];
  if (person?.status !== "active") return refuse("no-person");
  if (!person.email) return refuse("no-address");
  const relationship = askedAs(person, rater.relationship);
  // In a kind of cycle that is not known nobody is asked as anything.
  if (!isCycleKind(cycle.kind) || !relationship) return refuse("relationship");
  if (!relationshipsOf(cycle.kind).includes(relationship)) return refuse("relationship");
  const raters = await requestsAbout(tx, actor, participant.id);
  const before = raters.find((each) => each.personId === personId);
  if (before && before.state !== "withdrawn") return { ok: true };
  const asked = raters.filter(({ state }) => state === "chosen" || state === "invited");
  if (!hasRoom(readLimits(cycle.raterLimits), relationship, countByRelationship(asked)))
    return refuse("full");
  const load = (await requestLoad(tx, actor, cycle.id, [personId])).get(personId) ?? noLoad;
  if (!mayBeAskedAgain(load, cycle.requestCap)) return refuse("asked-enough");
  const state = cycle.state === "collecting" ? "invited" : "chosen";
  const { instead = null, bySubject = isOwnList(actor, participant) } = place;
  const change = { relationship, state, replaces: instead, bySubject };
  if (before) await updateRequest(tx, actor, before.id, { ...change, declineReason: null });
  else {
    const added = { id: newId(), subjectId: participant.id, personId };
    await insertRequest(tx, cycle, { ...added, ...change });
  }
  await noteListChanged(tx, actor, participant);
  if (state === "invited") await inviteLate(platform, tx, cycle, reachable(person, person.email));
  return { ok: true };
}

function reachable({ id, name, language }: DirectoryPerson, address: string) {
  return { personId: id, name, address, language };
}

function isAskable(value: string): value is Exclude<Relationship, "self"> {
  return isRelationship(value) && value !== "self";
}
