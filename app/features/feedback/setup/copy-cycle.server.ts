import { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import { type Actor, unitsOf } from "~/features/identity/index.ts";
import type { DirectoryPerson } from "~/features/people/index.server.ts";
import { askedAs, isRelationship } from "~/features/questionnaires/domain/index.ts";
import {
  insertRequests,
  lockReached,
  requestsOf,
  saveLetter,
  setLists,
  storedLetters,
  storedPolicy,
  storedShape,
} from "~/features/rounds/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type CycleRow, insertCycle, lockCycle } from "../cycle/cycle-store.server.ts";
import { participantRow, raterRow } from "../cycle/participant-rows.ts";
import { insertParticipants, participantsOf } from "../cycle/participant-store.server.ts";
import { inParts, peopleInParts } from "../cycle/people-in-parts.server.ts";
import { cycleName, RATERS_OF_COPY } from "../domain/cycle-setup.ts";
import { suggestFor } from "../lists/suggest-for.server.ts";

export const copyCycleInput = z.object({
  name: cycleName,
  raters: z.enum(RATERS_OF_COPY).catch("suggested"),
});

const PART = 1_000;
/** Asked until the end: whoever declined or was taken off is not asked again by a copy. */
const ASKED = ["chosen", "invited", "ended"];

/**
 * Starts a draft like another cycle: its settings, letters and the participants who still work here. Dates are left
 * empty. Nothing comes from answers: not even who gave any.
 */
export async function copyCycle(
  platform: Platform,
  actor: Actor,
  sourceId: string,
  { name, raters }: z.output<typeof copyCycleInput>,
): Promise<Outcome<{ id: string }, "not-allowed" | "unknown">> {
  if (!mayRunRound(actor, sourceId)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    const source = await lockReached(lockCycle, tx, actor, sourceId);
    if (!source) return refuse("unknown");
    const id = newId();
    await insertCycle(tx, {
      ...settingsOf(source),
      id,
      name,
      copiedFrom: source.id,
      createdBy: actor.accountId,
      createdAt: platform.clock.now(),
    });
    const copy = await lockCycle(tx, actor, id);
    if (!copy) throw new Error("a copy that is not there");
    for (const letter of await storedLetters(tx, source)) await saveLetter(tx, copy, letter);
    const participants = await copyParticipants(tx, actor, source, copy);
    if (raters === "suggested") await suggestFor(tx, copy, [...participants.values()]);
    else await copyLists(tx, source, copy, participants);
    await recordAudit(platform, tx, actor, {
      action: "cycle.copied",
      subjectKind: "cycle",
      subjectId: id,
      detail: { from: sourceId, participants: participants.size, raters },
    });
    return accept({ id });
  });
}

function settingsOf(source: CycleRow) {
  const { organisationId, instrumentId, kind, nominatedBy, approvedBy, approveAfterDays } = source;
  const { requestCap, reminderDays, closesItself, releaseMode, hrKeepsReports } = source;
  return {
    organisationId,
    instrumentId,
    kind,
    nominatedBy,
    approvedBy,
    approveAfterDays,
    requestCap,
    reminderDays,
    closesItself,
    releaseMode,
    hrKeepsReports,
    state: "draft",
    raterLimits: JSON.stringify(source.raterLimits),
    disclosurePolicy: JSON.stringify(storedPolicy(source.disclosurePolicy)),
  };
}

type NewParticipants = Map<string, { id: string; personId: string }>;

/**
 * The participants who still work here, as they are now; for HR of units those who still are in these. @returns them by
 * their id in the source.
 */
async function copyParticipants(
  tx: Tx,
  actor: Actor,
  source: CycleRow,
  copy: CycleRow,
): Promise<NewParticipants> {
  const last = (await participantsOf(tx, source)).filter((each) => !each.withdrawn);
  const ids = last.flatMap(({ personId, coachId }) => [personId, ...(coachId ? [coachId] : [])]);
  const people = await peopleInParts(tx, copy, [...new Set(ids)]);
  const here = (id: string | null) => {
    const person = id === null ? undefined : people.get(id);
    return isHere(person) ? person : undefined;
  };
  const found = last.flatMap((each) => {
    const person = here(each.personId);
    const coachId = here(each.coachId)?.id ?? null;
    return person && mayTakePart(actor, person)
      ? [{ from: each.id, row: { ...participantRow(copy, person), coachId } }]
      : [];
  });
  await insertParticipants(
    tx,
    found.map(({ row }) => row),
  );
  return new Map(found.map(({ from, row }) => [from, row]));
}

/**
 * Everyone who was asked last time and still is here, under the same relationship; everyone's own view. Whoever brought
 * or shaped something then has done so now: by a copy nobody else has chosen it.
 */
async function copyLists(
  tx: Tx,
  source: CycleRow,
  copy: CycleRow,
  participants: NewParticipants,
): Promise<void> {
  const asked = (await requestsOf(tx, source)).filter((each) => ASKED.includes(each.state));
  const people = await peopleInParts(tx, copy, [...new Set(asked.map((each) => each.personId))]);
  const again = asked.flatMap((each) => {
    const participant = participants.get(each.subjectId);
    const person = people.get(each.personId);
    if (!participant || person?.status !== "active" || !isRelationship(each.relationship))
      return [];
    const relationship = askedAs(person, each.relationship) ?? (person.external ? null : "other");
    if (relationship === null || relationship === "self") return [];
    const { personId, bySubject: byParticipant } = each;
    return [raterRow(participant.id, { personId, relationship, byParticipant })];
  });
  const own = [...participants.values()].map(({ id, personId }) =>
    raterRow(id, { personId, relationship: "self" }),
  );
  for await (const part of inParts([...own, ...again], PART)) await insertRequests(tx, copy, part);
  const last = Map.groupBy(await participantsOf(tx, source), ({ list }) => storedShape(list));
  for (const [shape, those] of last)
    await setLists(
      tx,
      copy,
      those.flatMap(({ id }) => participants.get(id)?.id ?? []),
      shape,
    );
}

function mayTakePart(actor: Actor, { department }: DirectoryPerson): boolean {
  const units = unitsOf(actor);
  return units === null || (department !== null && units.includes(department));
}

function isHere(person: DirectoryPerson | undefined): person is DirectoryPerson {
  return person?.status === "active" && !person.external;
}
