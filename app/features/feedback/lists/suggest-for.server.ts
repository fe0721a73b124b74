import { nearColleagues } from "~/features/people/domain/index.ts";
import { activePeople } from "~/features/people/index.server.ts";
import type { Relationship } from "~/features/questionnaires/domain/index.ts";
import {
  mayBeAskedAgain,
  noLoad,
  oneMore,
  requestsAtOnce,
} from "~/features/rounds/domain/index.ts";
import { insertRequests, requestLoad } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { CycleRow } from "../cycle/cycle-store.server.ts";
import { raterRow } from "../cycle/participant-rows.ts";
import { inParts } from "../cycle/people-in-parts.server.ts";
import { type CycleKind, isCycleKind, relationshipsOf } from "../domain/cycle-kind.ts";
import { readLimits } from "../domain/rater-rules.ts";
import { suggestRaters, usualLimits } from "../domain/suggest-raters.ts";

const PART = 100;

export function kindOf({ kind }: Pick<CycleRow, "kind">): CycleKind {
  if (!isCycleKind(kind)) throw new Error(`unknown kind of cycle ${kind}`);
  return kind;
}

/**
 * Puts raters from the org tree on participants' lists, as the cycle's kind, limits and cap allow. Those asked least,
 * in all cycles that run, come first. Whoever is on a list already stays as they are.
 */
export async function suggestFor(
  tx: Tx,
  cycle: CycleRow,
  participants: readonly { id: string; personId: string }[],
  wanted: readonly Relationship[] = relationshipsOf(kindOf(cycle)),
): Promise<void> {
  const people = await activePeople(tx, cycle);
  const colleagues = people.map((person) => ({ ...person, hasAddress: person.email !== null }));
  const byId = new Map(colleagues.map((person) => [person.id, person]));
  const near = nearColleagues(colleagues);
  const loads = await requestLoad(tx, cycle, cycle.id);
  const atOnce = requestsAtOnce(loads);
  const hasRoom = (personId: string) =>
    mayBeAskedAgain(loads.get(personId) ?? noLoad, cycle.requestCap);
  const limits = suggestionLimits(cycle);
  for await (const part of inParts(participants, PART)) {
    const rows = part.flatMap(({ id, personId }) => {
      const self = byId.get(personId);
      if (!self) return [];
      const free = near(self).filter((each) => hasRoom(each.id));
      const suggestions = suggestRaters(self, free, atOnce, limits).filter((each) =>
        wanted.includes(each.relationship),
      );
      for (const { personId: asked, relationship } of suggestions) {
        if (relationship === "self") continue;
        const load = oneMore(loads.get(asked) ?? noLoad);
        loads.set(asked, load);
        atOnce.set(asked, load.atOnce);
      }
      return suggestions.map((suggestion) => raterRow(id, suggestion));
    });
    await insertRequests(tx, cycle, rows);
  }
}

/** Never more than the cycle allows, and at least as many as it wants. */
function suggestionLimits(cycle: CycleRow) {
  const limits = readLimits(cycle.raterLimits);
  const between = (usual: number, limit: { min?: number; max?: number } = {}) =>
    Math.min(Math.max(usual, limit.min ?? 0), limit.max ?? Number.POSITIVE_INFINITY);
  return {
    peers: between(usualLimits.peers, limits.peer),
    directReports: between(usualLimits.directReports, limits.direct_report),
  };
}
