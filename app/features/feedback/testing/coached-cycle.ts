import type { Actor } from "~/features/identity/index.ts";
import { reportView } from "~/features/reports/report/report-reads.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { TestDatabase } from "../../../../test/database/test-database.ts";
import { assignCoach } from "../releasing/assign-coach.server.ts";
import { type CollectingCycle, collectingCycle, usualAssignments } from "./cycle.ts";
import { createHouse, type House } from "./house.ts";
import { storedAnswers } from "./snapshot.ts";

const TODAY = "2026-03-02";

/** A house whose cycles let coaches release, who is named there, and what they then get and read. */
export function coachedHouse(db: () => TestDatabase) {
  let house: House;
  let cycle: CollectingCycle;

  async function begin() {
    db().platform.clock.set(new Date(`${TODAY}T12:00:00Z`));
    house = await createHouse(db().platform);
    return house;
  }

  const everything = () => storedAnswers(db().owner, cycle.cycleId);
  const reportOf = async (personId: string): Promise<string> =>
    (
      await db().owner.query("SELECT id FROM report WHERE participant_id = $1", [
        cycle.participants.get(personId),
      ])
    ).rows[0]?.id;
  const coachOf = async (personId: string) =>
    (
      await db().owner.query("SELECT coach_id FROM subject WHERE id = $1", [
        cycle.participants.get(personId),
      ])
    ).rows[0]?.coach_id;
  const reads = (actor: Actor, reportId: string) =>
    inOrganisation(db().platform, actor, (tx) => reportView(tx, actor, reportId, TODAY)).then(
      (view) => view !== null,
    );
  const letters = async (kind: string): Promise<string[]> =>
    (
      await db().owner.query(
        "SELECT to_address FROM message WHERE kind = $1 AND organisation_id = $2 ORDER BY to_address",
        [kind, house.organisationId],
      )
    ).rows.map((row) => row.to_address);

  /** A cycle about the lead and the boss in which coaches release. */
  async function coachedCycle() {
    const { boss, lead, stranger, report4 } = house.people;
    const aboutBoss = {
      personId: boss,
      raters: [
        { personId: boss, relationship: "self" as const },
        { personId: stranger, relationship: "peer" as const },
      ],
    };
    cycle = await collectingCycle(db().platform, house, [...usualAssignments(house), aboutBoss]);
    await db().owner.query("UPDATE round SET release_mode = 'coach' WHERE id = $1", [
      cycle.cycleId,
    ]);
    const leadId = cycle.participants.get(lead) ?? "";
    return { lead, boss, coach: report4, leadId };
  }

  const assign = (whom: "all-without-coach" | string[], coachId: string | null) =>
    assignCoach(db().platform, house.admin, cycle.cycleId, { whom, coachId });

  return {
    begin,
    cycle: () => cycle,
    coachedCycle,
    assign,
    everything,
    reportOf,
    coachOf,
    reads,
    letters,
  };
}
