import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { addExternalPerson } from "~/features/people/index.server.ts";
import { readingAnswers } from "~/features/people-import/domain/index.ts";
import { isEditable, isOwnList } from "~/features/rounds/domain/index.ts";
import { clearRequests, insertRequests } from "~/features/rounds/index.server.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changeCycle } from "../cycle/change-cycle.server.ts";
import type { CycleRow } from "../cycle/cycle-store.server.ts";
import { participantRow, raterRow } from "../cycle/participant-rows.ts";
import { insertParticipants, participantsOf } from "../cycle/participant-store.server.ts";
import { inParts, peopleInParts } from "../cycle/people-in-parts.server.ts";
import type { AssignmentPlan, Outsider } from "../domain/assignment-plan.ts";
import { kindOf } from "../lists/suggest-for.server.ts";
import { endAssignmentFiles, pendingAssignmentFile } from "./assignment-file-store.server.ts";
import { listsMadeBy } from "./lists-made-by.server.ts";
import { planAssignmentRows } from "./plan-assignments.server.ts";
import { readAssignmentFile } from "./read-assignment-file.server.ts";

const LONGEST_NAME = 120;
const PART = 1_000;

export const confirmAssignmentsInput = z.object({
  /** Adds those from outside whom the file names. */
  addOutsiders: z.boolean().default(false),
  /** The number of participants that was reviewed. */
  expected: z.int(),
  ...readingAnswers.shape,
});

/**
 * Does what an uploaded file says: its participants join the cycle and are rated by exactly those it names. Rows that
 * can't be used are left out. If the number of participants is another than the expected by now, nothing changes and
 * there is something to review again.
 */
export async function confirmAssignments(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  fileId: string,
  { addOutsiders, expected, ...answers }: z.output<typeof confirmAssignmentsInput>,
) {
  if (!mayRunRounds(actor)) return refuse("not-allowed");
  const read = await readAssignmentFile(platform, actor, cycleId, fileId, answers);
  if (!read.ok && read.reason === "busy") return refuse("busy");
  const change = {
    may: mayRunRounds,
    from: isEditable,
    late: "launched",
    did: "assignments-confirmed",
  } as const;
  return changeCycle(platform, actor, cycleId, change, async (tx, cycle) => {
    const file = await pendingAssignmentFile(tx, cycle, fileId, { lock: true });
    if (!file || !read.ok) return refuse("gone");
    if (read.value.questions.length > 0) return refuse("open-questions");
    const options = { kind: kindOf(cycle), addOutsiders };
    const plan = await planAssignmentRows(tx, actor, read.value.rows, options);
    if (plan.participants.size === 0) return refuse("nothing");
    if (plan.participants.size !== expected) return refuse("changed");
    const outsiders = await addedOutsiders(tx, actor, plan, platform.clock.now());
    const ids = await participantIds(tx, cycle, [...plan.participants.keys()]);
    const raters = [...plan.participants].flatMap(([personId, planned]) =>
      planned.map(({ relationship, rater }) =>
        raterRow(ids.get(personId) ?? "", {
          relationship,
          personId: typeof rater === "string" ? rater : (outsiders.get(rater.address) ?? ""),
          byParticipant: isOwnList(actor, { personId }),
        }),
      ),
    );
    await clearRequests(tx, cycle, [...ids.values()]);
    for await (const part of inParts(raters, PART)) await insertRequests(tx, cycle, part);
    await listsMadeBy(tx, actor, cycle, ids);
    await endAssignmentFiles(tx, cycle, "confirmed", fileId);
    const counts = { participants: ids.size, raters: raters.length };
    const detail = { ...counts, outsiders: outsiders.size, leftOut: plan.bad.length };
    return { ok: true, value: counts, detail };
  });
}

/** Drops an uploaded file; its content is erased. */
export function discardAssignments(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  fileId: string,
) {
  const change = {
    may: mayRunRounds,
    from: () => true,
    late: "unknown",
    did: "assignments-discarded",
  } as const;
  return changeCycle(platform, actor, cycleId, change, async (tx, cycle) => {
    if (!(await pendingAssignmentFile(tx, cycle, fileId))) return refuse("unknown");
    await endAssignmentFiles(tx, cycle, "discarded", fileId);
    return { ok: true, value: undefined };
  });
}

/** Raters from outside, by address. */
async function addedOutsiders(
  tx: Tx,
  actor: Actor,
  plan: AssignmentPlan,
  now: Date,
): Promise<Map<string, string>> {
  const wanted = new Map<string, Outsider>();
  for (const { rater } of [...plan.participants.values()].flat())
    if (typeof rater !== "string") wanted.set(rater.address, rater);
  const ids = new Map<string, string>();
  for (const { address, name } of wanted.values()) {
    const typed = { address, name: name.slice(0, LONGEST_NAME) };
    const outcome = await addExternalPerson(tx, actor, typed, now);
    if (!outcome.ok) throw new Error(`a planned rater from outside was refused: ${outcome.reason}`);
    ids.set(address, outcome.value.personId);
  }
  return ids;
}

/** Participants by person, newcomers among them. */
async function participantIds(
  tx: Tx,
  cycle: CycleRow,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  const present = new Map(
    (await participantsOf(tx, cycle)).map((each) => [each.personId, each.id]),
  );
  const people = await peopleInParts(
    tx,
    cycle,
    personIds.filter((id) => !present.has(id)),
  );
  const newcomers = [...people.values()].map((person) => participantRow(cycle, person));
  await insertParticipants(tx, newcomers);
  for (const { personId, id } of newcomers) present.set(personId, id);
  return new Map(personIds.map((personId) => [personId, present.get(personId) ?? ""]));
}
