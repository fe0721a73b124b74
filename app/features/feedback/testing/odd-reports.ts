import { createPeople } from "~/features/people/testing/people.ts";
import type { Relationship } from "~/features/questionnaires/domain/relationship.ts";
import { type ReportPageData, reportPage } from "~/features/reports/report/report-page.server.ts";
import { seeded } from "~/features/reports/testing/seeded.ts";
import { todayOf } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Assignment } from "../setup/assign-raters.server.ts";
import { answer, closeScoreAndRelease, collectingCycle } from "./cycle.ts";
import type { House } from "./house.ts";

type Groups = Partial<Record<Relationship, number>>;

export type OddCase = {
  /** The participant's name, written as the directory has it. */
  name: string;
  groups: Groups;
  /** Who was asked and did not answer. */
  silent?: readonly Relationship[];
  /** Ratings in turn, by relationship; random ones where nothing is said. */
  ratings?: Partial<Record<Relationship, readonly number[]>>;
  comments?: Partial<Record<Relationship, readonly string[]>>;
};

export type OddReport = { id: string; participantPersonId: string; report: ReportPageData };

/** The released report of one participant, made the way reports are: asked, answered, closed and scored. */
export async function oddReport(
  platform: Platform,
  house: House,
  { name, groups, silent = [], ratings, comments }: OddCase,
): Promise<OddReport> {
  const random = seeded(7);
  const asked = Object.entries(groups).flatMap(([relationship, count]) =>
    Array.from({ length: count }, (_, index) => ({
      word: `${relationship}${index}`,
      index,
      relationship: relationship as Relationship,
    })),
  );
  const words = ["subject", ...asked.map(({ word }) => word)];
  const stem = `odd${Math.floor(random() * 1e9)}${Date.now()}`;
  const people = await createPeople(
    platform,
    house,
    Object.fromEntries(
      words.map((word) => [
        word,
        { email: `${stem}${word}@house.test`, ...(word === "subject" && { name }) },
      ]),
    ),
  );
  const personId = people.subject ?? "";
  const personOf = (rater: { word: string; relationship: Relationship }) =>
    rater.relationship === "self" ? personId : (people[rater.word] ?? "");
  const assignment: Assignment = {
    personId,
    raters: asked.map((rater) => ({
      personId: personOf(rater),
      relationship: rater.relationship,
    })),
  };
  const cycle = await collectingCycle(platform, house, [assignment]);
  for (const rater of asked.filter(({ relationship }) => !silent.includes(relationship))) {
    const actor = cycle.rater(personOf(rater));
    const given = ratings?.[rater.relationship];
    const said = comments?.[rater.relationship]?.[rater.index];
    await answer(platform, actor, await cycle.requestOf(actor.personId), {
      ratings: given ?? Array.from({ length: 24 }, () => Math.floor(random() * 4) - 2),
      ...(said === undefined ? {} : { comments: { keep: said, more: said, less: said } }),
    });
  }
  await closeScoreAndRelease(platform, house, cycle.cycleId);
  return inOrganisation(platform, house, async (tx) => {
    const { id } = await tx
      .selectFrom("report")
      .where("organisationId", "=", house.organisationId)
      .where("cycleId", "=", cycle.cycleId)
      .select("id")
      .executeTakeFirstOrThrow();
    const report = await reportPage(
      tx,
      { ...house.admin, role: "member", personId },
      id,
      todayOf(platform),
    );
    if (!report) throw new Error("the participant cannot read the report");
    return { id, participantPersonId: personId, report };
  });
}
