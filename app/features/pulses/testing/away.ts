import type { Actor } from "~/features/identity/index.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { installBuiltIn } from "~/features/questionnaires/index.server.ts";
import type { RaterActor } from "~/features/rounds/domain/rater.ts";
import { openRequests } from "~/features/rounds/reads/rater-reads.server.ts";
import { accepted, answer, required } from "~/features/rounds/testing/answering.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { TestDatabase } from "../../../../test/database/test-database.ts";
import { askAway } from "../away/ask-away.server.ts";
import { awayPage } from "../away/away-page.server.ts";
import { awayResultPage } from "../away/away-result-page.server.ts";
import { closeAway } from "../away/close-away.server.ts";
import { countAway } from "../away/count-away.server.ts";

const TEAM = ["ada", "ben", "cleo", "dan", "eve", "finn"] as const;

/** A lead of six who was away from 16 to 27 February, and somebody who leads two. */
export async function createAwayHouse(db: TestDatabase) {
  const { platform } = db;
  const house = await createTestOrganisation(platform);
  const { organisationId } = house;
  const at = (word: string) => ({ email: `${word}@away.test` });
  const people = await createPeople(platform, house, {
    boss: { ...at("boss") },
    lead: { ...at("lead"), manager: "boss" },
    small: { ...at("small"), manager: "boss" },
    ...(Object.fromEntries(
      TEAM.map((word) => [word, { ...at(word), manager: "lead" as const }]),
    ) as Record<(typeof TEAM)[number], { email: string; manager: "lead" }>),
    greta: { ...at("greta"), manager: "small" },
    hugo: { ...at("hugo"), manager: "small" },
  });
  await inOrganisation(platform, house, (tx) => installBuiltIn(platform, tx, house));
  const lead: Actor = house.member(people.lead);
  const page = (actor = lead) => awayPage(platform, actor, null);
  const mark = async (actor = lead) => (await page(actor)).ask?.mark ?? "";
  const given = { firstDay: "2026-02-16", lastDay: "2026-02-27", plan: 3, beyond: 0, stopped: 2 };
  const ask = async (change: Partial<typeof given> & { team?: string } = {}, actor = lead) =>
    askAway(platform, actor, { team: await mark(actor), ...given, ...change });
  return {
    ...{ house, people, lead, page, mark, ask, given },
    team: TEAM.map((word) => people[word]),
    asked: async (change: Partial<typeof given> = {}) => accepted(await ask(change)).id,
    read: (id: string, actor = lead) => awayResultPage(platform, actor, id),
    /** Somebody's answers to the three questions, sent. */
    answers: async (roundId: string, personId: string, ratings: number[]) => {
      const device = `device of ${personId}`;
      const rater: RaterActor = { organisationId, personId, roundId, device };
      const [request] = await inOrganisation(platform, rater, (tx) =>
        openRequests(tx, rater, platform.secret),
      );
      if (!request) throw new Error("nobody asked this person");
      await answer(platform, rater, request.id, { ratings });
    },
    closed: async (roundId: string) => {
      required(await closeAway(platform, house.admin, roundId));
      await countAway(platform, { organisationId, roundId });
    },
    /** Somebody joins the team. */
    joins: (word: string) =>
      createPeople(platform, house, { [word]: { ...at(word) } }).then(async (made) => {
        await db.owner.query("UPDATE person SET manager_id = $1 WHERE id = $2", [
          people.lead,
          made[word],
        ]);
        return made[word] ?? "";
      }),
    leaves: (personId: string) =>
      db.owner.query("UPDATE person SET status = 'inactive' WHERE id = $1", [personId]),
  };
}

export type AwayHouse = Awaited<ReturnType<typeof createAwayHouse>>;
