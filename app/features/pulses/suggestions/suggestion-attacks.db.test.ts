import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { declineRequest } from "~/features/rounds/answering/decline-request.server.ts";
import { signedResponses } from "~/features/rounds/answering/signed-responses.server.ts";
import { declinedUnsaid } from "~/features/rounds/domain/decline.ts";
import { personal as personalOfRounds } from "~/features/rounds/personal.server.ts";
import { required } from "~/features/rounds/testing/answering.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { personal } from "../personal.server.ts";
import { pulsesToRun } from "../pulse/pulse-reads.server.ts";
import { pulseRunPage } from "../pulse/run-page.server.ts";
import { createSuggestionHouse, type SuggestionHouse } from "../testing/suggestions.ts";
import { callOffSuggestions } from "./call-off-suggestions.server.ts";
import { closeSuggestions } from "./close-suggestions.server.ts";

let db: TestDatabase;
let made: SuggestionHouse;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  made = await createSuggestionHouse(db);
});

/** All write, the first of them under their names. */
const allSuggest = async (signing: number) => {
  for (const [at, who] of made.raters.entries())
    await made.suggest(who, `Word ${at}.`, at < signing);
};
const storedOf = async (table: string) => {
  const { rows } = await db.owner.query(
    `SELECT t::text AS row FROM ${table} t WHERE round_id = $1`,
    [made.roundId],
  );
  return rows.map(({ row }) => row as string);
};
const exportedOf = (personId: string) =>
  inOrganisation(db.platform, made.house, (tx) => personal.export(tx, made.house, personId));
const erase = (personId: string, name: string) =>
  inOrganisation(db.platform, made.house.admin, async (tx) => {
    const known = { personId, names: [name], addresses: [], handedOn: [], pseudonym: "Nobody" };
    for (const each of [personal, personalOfRounds])
      await each.erase.carryOut(db.platform, tx, made.house.admin, known);
  });

describe("the person who asked", () => {
  test("presses twice, or in two tabs: one round, one letter each", async () => {
    await db.owner.query("DELETE FROM announcement WHERE organisation_id = $1", [
      made.house.organisationId,
    ]);
    await db.owner.query("DELETE FROM suggestion_round WHERE organisation_id = $1", [
      made.house.organisationId,
    ]);
    const both = await Promise.all([made.announce(), made.announce()]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await made.announce()).toMatchObject({ reason: "not-now" });
    const { rows } = await db.owner.query(
      `SELECT count(DISTINCT r.id)::int AS rounds, count(m.id)::int AS letters
         FROM suggestion_round s JOIN round r ON r.id = s.round_id JOIN message m ON m.about_id = r.id
        WHERE s.organisation_id = $1`,
      [made.house.organisationId],
    );
    expect(rows).toEqual([{ rounds: 1, letters: made.raters.length }]);
  });

  test("is told nothing of too few without a name, and nothing of them is left", async () => {
    await allSuggest(5);
    await made.close();
    expect(await made.told()).toMatchObject({ unsigned: null });
    expect((await made.told())?.signed).toHaveLength(5);
    for (const table of ["response", "round_secret", "answer_count"])
      expect([table, await made.count(table)]).toEqual([table, 0]);
    for (const row of await storedOf("suggestion_round")) expect(row).not.toMatch(/Word \d/);
    // Nor of how many there were: it reads as if nobody had written.
    const few = await storedOf("suggestion_round");
    made = await createSuggestionHouse(db);
    for (const who of made.raters.slice(0, 5)) await made.suggest(who, "Word.", true);
    await made.close();
    const unsigned = (row = "") => row.slice(row.indexOf('{""'));
    expect((await storedOf("suggestion_round")).map(unsigned)).toEqual(few.map(unsigned));
  });

  test("learns from nothing on the page who declined, who kept silent, and how many were left", async () => {
    const [first = "", ...others] = made.raters;
    required(
      await declineRequest(
        ...([db.platform, made.raterIn(made.roundId, first), await made.requestOf(first)] as const),
        declinedUnsaid,
      ),
    );
    for (const [at, who] of others.slice(0, 6).entries())
      await made.suggest(who, `Word ${at}.`, false);
    await made.close();
    const shown = JSON.stringify(await made.page());
    for (const id of made.raters) expect(shown).not.toContain(id);
    expect(shown).not.toMatch(/declined|asked|invited|submitted/);
    expect((await made.told())?.unsigned).toHaveLength(6);
  });
});

describe("a rater", () => {
  test("declines, and nobody keeps why: not a reason, not a word, not what they had written", async () => {
    const [who = ""] = made.raters;
    await made.suggest(who, "A draft.", true);
    const rater = made.raterIn(made.roundId, who);
    required(await declineRequest(db.platform, rater, await made.requestOf(who), declinedUnsaid));
    const { rows } = await db.owner.query(
      "SELECT state, decline_reason FROM request WHERE round_id = $1 AND person_id = $2",
      [made.roundId, who],
    );
    expect(rows).toEqual([{ state: "declined", decline_reason: "unsaid" }]);
    // Nor does HR see that one of them did: no number falls, and no record says so.
    const { admin } = made.house;
    const run = await pulseRunPage(db.platform, admin, made.roundId);
    expect(run).toMatchObject({ asked: made.raters.length, done: 0 });
    const audit = await db.owner.query(
      "SELECT action FROM audit_record WHERE organisation_id = $1 AND action LIKE 'rater.%'",
      [made.house.organisationId],
    );
    expect(audit.rows).toEqual([]);
    expect(await made.count("response")).toBe(0);
    await made.close();
    expect(await made.count("signed_suggestion")).toBe(0);
  });

  test("takes their suggestion along and no word of what else was said; whoever gave no name has nothing to take", async () => {
    await allSuggest(2);
    await made.close();
    const [signer = "", , silent = ""] = made.raters;
    expect(await exportedOf(signer)).toMatchObject({
      suggestions: [],
      signedSuggestions: [
        { to: "lead", question: "Insist on goals that can be measured", word: "Word 0." },
      ],
    });
    expect(await exportedOf(silent)).toMatchObject({ suggestions: [], signedSuggestions: [] });
    const own = await exportedOf(made.people.lead);
    expect(own.suggestions).toHaveLength(9);
    expect(own.suggestions).toContainEqual({
      ...{ askedOn: "2026-03-02", question: "Insist on goals that can be measured" },
      ...{ word: "Word 0.", name: expect.any(String) },
    });
    for (const id of made.raters) expect(JSON.stringify(own)).not.toContain(id);
  });

  test("is erased: what they signed goes, what others wrote stays", async () => {
    await allSuggest(2);
    await made.close();
    const [signer = ""] = made.raters;
    await erase(signer, "boss");
    expect((await made.told())?.signed.map(({ word }) => word)).toEqual(["Word 1."]);
    expect((await made.told())?.unsigned).toHaveLength(7);
    expect((await storedOf("signed_suggestion")).join()).not.toContain("Word 0.");
  });
});

describe("HR", () => {
  test("gives somebody another address and signs from there: no name stands beside it, and it makes no pool", async () => {
    made.later(1);
    await made.readdress("peer1");
    const { peer1 } = made.people;
    const others = made.raters.filter((each) => each !== peer1);
    for (const [at, who] of others.entries())
      if (at < 4) await made.suggest(who, `Word ${at}.`, false);
    await made.suggest(peer1, "By HR.", true);
    await made.close();
    // Four who count and one who doesn't: neither a name nor a word.
    expect(await made.told()).toMatchObject({ signed: [], unsigned: null });
    expect((await storedOf("signed_suggestion")).join()).toBe("");
  });

  test("did so before the round, since the report's began: the same", async () => {
    made = await createSuggestionHouse(db);
    await made.readdress("peer1");
    for (const [at, who] of made.raters.entries())
      await made.suggest(who, `Word ${at}.`, who === made.people.peer1);
    await made.close();
    expect((await made.told())?.signed).toEqual([]);
    expect((await made.told())?.unsigned).toHaveLength(9);
  });

  test("sees that it runs and in which words, and never what is asked, what was said or who said it", async () => {
    await allSuggest(2);
    const { admin } = made.house;
    const shown = async () =>
      JSON.stringify([
        await inOrganisation(db.platform, admin, (tx) => pulsesToRun(tx, admin)),
        await pulseRunPage(db.platform, admin, made.roundId),
      ]);
    const names = await db.owner.query("SELECT name FROM person WHERE id = ANY($1)", [made.raters]);
    const words = [
      /Word|goals|signed|items/,
      ...made.raters,
      ...names.rows.map(({ name }) => name),
    ];
    for (const text of [await shown(), await made.close().then(shown)]) {
      for (const word of words) expect(text).not.toMatch(new RegExp(word));
      expect(text).toContain('"kind":"suggestion"');
    }
    const { rows } = await db.owner.query(
      "SELECT action, detail::text FROM audit_record WHERE organisation_id = $1 AND action LIKE 'suggestion.%' ORDER BY action",
      [made.house.organisationId],
    );
    expect(rows).toEqual([
      { action: "suggestion.asked", detail: '{"asked": 9}' },
      { action: "suggestion.closed", detail: "{}" },
      { action: "suggestion.severed", detail: "{}" },
    ]);
  });

  test("merges two records of a signer: nothing hinders it or is counted, so nothing tells of it, and the name goes along", async () => {
    await allSuggest(2);
    await made.close();
    const [goes = "", , other = ""] = made.raters;
    const stays = made.people.stranger;
    const { admin } = made.house;
    const looked = (who: string) =>
      inOrganisation(db.platform, admin, (tx) =>
        personal.merge.look(db.platform, tx, admin, { goes: who, stays } as never),
      );
    expect(await looked(goes)).toEqual(await looked(other));
    await inOrganisation(db.platform, admin, (tx) =>
      personal.merge.carryOut(db.platform, tx, admin, { goes, stays } as never),
    );
    expect((await exportedOf(goes)).signedSuggestions).toEqual([]);
    expect((await exportedOf(stays)).signedSuggestions).toMatchObject([{ word: "Word 0." }]);
    expect((await made.told())?.signed.map(({ name }) => name)).toContain("stranger");
  });

  test("and nobody else closes it or calls it off", async () => {
    for (const who of ["boss", "peer1", "stranger", "lead"] as const) {
      const actor = made.house.member(made.people[who]);
      expect(await pulseRunPage(db.platform, actor, made.roundId)).toBeNull();
      const id = made.roundId;
      expect(await closeSuggestions(db.platform, actor, id)).toMatchObject({ ok: false });
      expect(await callOffSuggestions(db.platform, actor, id, { reason: "Mine" })).toMatchObject({
        ok: false,
      });
    }
  });
});

describe("an operator with the database, and no secret", () => {
  test("finds while it is open whether a response is signed, and nobody behind any", async () => {
    await allSuggest(4);
    const rows = await storedOf("response");
    expect(rows).toHaveLength(9);
    for (const id of made.raters) expect(rows.join()).not.toContain(id);
    // Another server's secret finds nobody, and so no name.
    await inOrganisation(db.platform, made.house, async (tx) => {
      const { organisationId } = made.house;
      const round = { organisationId, id: made.roundId };
      const found = await signedResponses(tx, round, { secret: "guessed", since: new Date(0) });
      expect(found.map(({ signer, counts }) => [signer, counts])).toEqual(
        rows.map(() => [null, false]),
      );
    });
  });

  test("finds after closing names beside what was signed, and of the rest no order, number or name", async () => {
    await allSuggest(3);
    await made.close();
    for (const table of ["response", "round_secret", "invitation", "answer_count", "reminder"])
      expect([table, await made.count(table)]).toEqual([table, 0]);
    const [round = ""] = await storedOf("suggestion_round");
    for (const id of made.raters) expect(round).not.toContain(id);
    const signed = await storedOf("signed_suggestion");
    expect(signed).toHaveLength(3);
    for (const word of ["Word 3.", "Word 8."]) {
      expect(signed.join()).not.toContain(word);
      expect(round).toContain(word);
    }
  });

  test("finds no name of whoever asked once they are erased, nor what they were told", async () => {
    await allSuggest(3);
    await made.close();
    await erase(made.people.lead, "lead");
    expect(await made.count("suggestion_round")).toBe(0);
    expect(await made.count("signed_suggestion")).toBe(0);
    const { rows } = await db.owner.query("SELECT name FROM round WHERE id = $1", [made.roundId]);
    expect(rows).toEqual([{ name: "Nobody: suggestions" }]);
  });
});

test("who is behind a response of another kind of round is told to nobody, whatever is answered first", async () => {
  made.later(30);
  const pulse = await made.asked();
  await made.answers(pulse, made.raters, () => [2, 2, 2, 2]);
  const { organisationId } = made.house;
  await expect(
    inOrganisation(db.platform, made.house, (tx) =>
      signedResponses(
        tx,
        { organisationId, id: pulse },
        { secret: db.platform.secret, since: new Date(0) },
      ),
    ),
  ).rejects.toThrow("only suggestions are signed");
});
