import type { Measure } from "~/features/questionnaires/domain/index.ts";
import { instrumentById } from "~/features/questionnaires/index.server.ts";
import { measureOf } from "~/features/questionnaires/index.ts";
import type { LastTime } from "~/features/reports/domain/index.ts";
import { askedBefore, lastReports } from "~/features/reports/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { CycleRow } from "../cycle/cycle-store.server.ts";

type Asked = { participantId: string; personId: string; relationship: string };

/** What each participant of a cycle was shown the time before, by the same framework; by participant id. */
export async function lastTimes(
  tx: Tx,
  cycle: CycleRow,
  frameworkKey: string,
  participants: readonly { id: string; personId: string }[],
  raters: readonly Asked[],
): Promise<Map<string, LastTime>> {
  const found = await lastReports(
    tx,
    cycle,
    participants.map((each) => each.personId),
  );
  const measures = await measuresOf(tx, cycle, frameworkKey, found);
  const before = Map.groupBy(
    await askedBefore(
      tx,
      cycle,
      found.map((each) => each.participantId),
    ),
    (each) => each.participantId,
  );
  const now = Map.groupBy(
    raters.filter((each) => each.relationship !== "self"),
    (each) => each.participantId,
  );
  const byPerson = new Map(found.map((each) => [each.personId, each]));
  const times = participants.flatMap(({ id, personId }): [string, LastTime][] => {
    const last = byPerson.get(personId);
    const measure = last && measures.get(last.instrumentId);
    if (!last || !measure) return [];
    const asked = new Set((before.get(last.participantId) ?? []).map((each) => each.personId));
    const again = (now.get(id) ?? []).filter((each) => asked.has(each.personId)).length;
    const { cycleName, closedOn, content } = last;
    return [[id, { cycleName, closedOn, content, measure, asked: { before: asked.size, again } }]];
  });
  return new Map(times);
}

/** What the instruments of earlier cycles measure, those of another framework left out. */
async function measuresOf(
  tx: Tx,
  cycle: CycleRow,
  frameworkKey: string,
  reports: readonly { instrumentId: string }[],
): Promise<Map<string, Measure>> {
  const measures = new Map<string, Measure>();
  for (const id of new Set(reports.map((each) => each.instrumentId))) {
    const content = await instrumentById(tx, cycle, id);
    if (content?.framework.key === frameworkKey)
      measures.set(id, measureOf(content.instrument, content.framework));
  }
  return measures;
}
