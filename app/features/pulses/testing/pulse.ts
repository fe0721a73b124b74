import type { Assignment } from "~/features/feedback/setup/assign-raters.server.ts";
import { closeScoreAndRelease, collectingCycle } from "~/features/feedback/testing/cycle.ts";
import { createHouse, type House } from "~/features/feedback/testing/house.ts";
import type { Actor } from "~/features/identity/index.ts";
import { ownNewestReport } from "~/features/reports/index.server.ts";
import { chooseFocus } from "~/features/reports/report/choose-focus.server.ts";
import type { RaterActor } from "~/features/rounds/domain/rater.ts";
import { openRequests } from "~/features/rounds/reads/rater-reads.server.ts";
import { accepted, answer, required } from "~/features/rounds/testing/answering.ts";
import { daysAfter } from "~/platform/calendar/days.ts";
import { todayOf } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { TestDatabase } from "../../../../test/database/test-database.ts";
import { askPulse } from "../pulse/ask-pulse.server.ts";
import { closePulse } from "../pulse/close-pulse.server.ts";
import { scorePulse } from "../pulse/score-pulse.server.ts";

const DAY_MS = 86_400_000;

/** Answers that differ from rater to rater and from question to question, on the amount scale. */
export const variedBy = (seed: number) =>
  Array.from({ length: 24 }, (_, item) => [-1, 0, -1, 1, 0, -2][(seed * 5 + item * 7) % 6] ?? 0);

/** A lead whose report was released on 2 March, and who chose the first question of it to work on. */
export async function createPulseHouse(
  db: TestDatabase,
  assignmentsOf?: (house: House) => readonly Assignment[],
) {
  const { platform } = db;
  const house = await createHouse(platform);
  const { people, organisationId } = house;
  const lead: Actor = house.member(people.lead);
  const assignments = assignmentsOf?.(house);
  const cycle = await collectingCycle(platform, house, ...(assignments ? [assignments] : []));
  const raters = (
    await db.owner.query<{ person_id: string }>(
      "SELECT person_id FROM request WHERE round_id = $1 AND person_id <> $2 ORDER BY id",
      [cycle.cycleId, people.lead],
    )
  ).rows.map((row) => row.person_id);
  for (const [at, personId] of raters.entries())
    await answer(platform, cycle.rater(personId), await cycle.requestOf(personId), {
      ratings: variedBy(at),
    });
  await closeScoreAndRelease(platform, house, cycle.cycleId);
  const report = await inOrganisation(platform, lead, (tx) => ownNewestReport(tx, lead));
  if (!report) throw new Error("no report was made");
  const items = ["measurable-goals", "few-goals"];
  required(
    await chooseFocus(platform, lead, report.id, {
      focus: items.map((item) => ({
        ...{ item, nextStep: "Ask first", dueOn: daysAfter(todayOf(platform), 20) },
      })),
    }),
  );
  const raterIn = (roundId: string, personId: string): RaterActor => ({
    ...{ organisationId, personId, roundId, device: `device of ${personId}` },
  });
  const requestIn = async (roundId: string, personId: string): Promise<string | null> => {
    const actor = raterIn(roundId, personId);
    const [request] = await inOrganisation(platform, actor, (tx) =>
      openRequests(tx, actor, platform.secret),
    );
    return request?.id ?? null;
  };
  const ask = (chosen: readonly string[] = items, actor = lead) =>
    askPulse(platform, actor, { report: report.id, items: [...chosen] });
  return {
    ...{ house, lead, people, raters, report, items, cycle, ask, raterIn, requestIn },
    later: (days: number) =>
      platform.clock.set(new Date(platform.clock.now().getTime() + days * DAY_MS)),
    asked: async () => accepted(await ask()).id,
    /** Everybody of these answers: each question by its own numbers, and more than before. */
    answers: async (
      roundId: string,
      who: readonly string[],
      ratingsOf: (at: number) => number[],
    ) => {
      for (const [at, personId] of who.entries()) {
        const request = await requestIn(roundId, personId);
        if (!request) throw new Error("nobody asked this person");
        await answer(platform, raterIn(roundId, personId), request, { ratings: ratingsOf(at) });
      }
    },
    closed: async (roundId: string) => {
      required(await closePulse(platform, house.admin, roundId));
      await scorePulse(platform, { organisationId, pulseId: roundId });
    },
  };
}

export type PulseHouse = Awaited<ReturnType<typeof createPulseHouse>>;
