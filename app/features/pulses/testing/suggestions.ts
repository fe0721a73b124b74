import { importPeopleFile } from "~/features/people-import/index.server.ts";
import { saveAnswers, submitAnswers } from "~/features/rounds/index.server.ts";
import { required } from "~/features/rounds/testing/answering.ts";
import type { TestDatabase } from "../../../../test/database/test-database.ts";
import { sendWord } from "../announcement/send-word.server.ts";
import { closeSuggestions } from "../suggestions/close-suggestions.server.ts";
import { suggestionsPage } from "../suggestions/suggestions-page.server.ts";
import { tellSuggested } from "../suggestions/tell-suggestions.server.ts";
import { createPulseHouse } from "./pulse.ts";

/** A lead who told on 2 March what they work on, and asked all nine who were asked about them for a suggestion. */
export async function createSuggestionHouse(db: TestDatabase) {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  const made = await createPulseHouse(db);
  const { organisationId, admin } = made.house;
  const announce = () =>
    sendWord(db.platform, made.lead, {
      ...{ report: made.report.id, step: "announced", word: "I ask first.", ask: "on" },
    });
  required(await announce());
  const { rows } = await db.owner.query<{ id: string }>(
    "SELECT id FROM round WHERE kind = 'suggestion' AND organisation_id = $1",
    [organisationId],
  );
  const roundId = rows[0]?.id ?? "";
  const requestOf = async (personId: string) => (await made.requestIn(roundId, personId)) ?? "";
  const page = (actor = made.lead) => suggestionsPage(db.platform, actor, roundId);
  return {
    ...{ ...made, roundId, announce, requestOf, page },
    /** What the lead reads of the first behaviour. */
    told: async () => (await page())?.told?.[0],
    suggest: async (personId: string, word: string, named: boolean) => {
      const rater = made.raterIn(roundId, personId);
      const request = await requestOf(personId);
      const fields = [
        ["item-0", named ? "2" : "1"],
        ["comment-measurable-goals", word],
      ] as const;
      required(await saveAnswers(db.platform, rater, request, fields, null));
      required(await submitAnswers(db.platform, rater, request, false));
    },
    close: async () => {
      required(await closeSuggestions(db.platform, admin, roundId));
      await tellSuggested(db.platform, { organisationId, roundId });
    },
    /** How many rows of a table are of this round. */
    count: async (table: string): Promise<number> => {
      const counted = await db.owner.query(
        `SELECT count(*)::int AS n FROM ${table} WHERE round_id = $1`,
        [roundId],
      );
      return counted.rows[0].n;
    },
    /** HR's file gives somebody another address. */
    readdress: async (name: string) => {
      await db.owner.query("UPDATE person SET employee_id = name WHERE organisation_id = $1", [
        organisationId,
      ]);
      const file = `Name,Employee ID,Email\n${name},${name},${name}@hr.test`;
      required(
        await importPeopleFile(db.platform, admin, {
          ...{ content: Buffer.from(file), dateOrder: null, emptyCells: "keep", store: true },
        }),
      );
    },
  };
}

export type SuggestionHouse = Awaited<ReturnType<typeof createSuggestionHouse>>;
