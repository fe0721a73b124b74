import { FigureLedger, standardPolicy } from "@twohats/disclosure";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { bareRound } from "../testing/round.ts";
import { askLedger as ask, type LedgerQuestion } from "./ask-ledger.server.ts";
import { keepStanding } from "./keep-standing.server.ts";

const PEOPLE = 40;
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const contributors = range(0, PEOPLE).map((at) => `contributor ${String(at).padStart(2, "0")}`);
const values = range(0, PEOPLE).map((at) => 1 + ((at * 7) % 5));
const idsOf = (numbers: readonly number[]) => numbers.map((at) => contributors[at] ?? "");

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const standing = {
  tree: [
    { id: "all", parent: null, members: [] },
    { id: "deck", parent: "all", members: range(0, 22) },
    { id: "office", parent: "all", members: range(22, 40) },
  ],
};
const STANDING = { all: range(0, 40), deck: range(0, 22), office: range(22, 40) };

/** A round of an organisation of its own in which one figure stands, by department. */
async function roundWithLedger() {
  const { platform } = database;
  const round = await bareRound(platform, await createTestOrganisation(platform));
  const decided = FigureLedger.standing(standing, { values }, standardPolicy);
  await inOrganisation(platform, round, (tx) =>
    keepStanding(tx, round, contributors, { amount: decided.ledger }),
  );
  return { round, figures: decided.figures };
}

type Round = Awaited<ReturnType<typeof roundWithLedger>>["round"];

const question = (numbers: readonly number[]): LedgerQuestion => ({
  figure: "amount",
  contributors,
  values,
  members: idsOf(numbers),
});

const askOnce = (round: Round, numbers: readonly number[], way = ask) =>
  inOrganisation(database.platform, round, (tx) => way(tx, round, question(numbers)));

/** The same code with a memory of its own, as another process has it. */
async function anotherProcess(): Promise<typeof ask> {
  vi.resetModules();
  const { askLedger } = await import("./ask-ledger.server.ts");
  return askLedger;
}

test("two who ask at once, in two processes, are not both told what differs by one person", async () => {
  for (let attempt = 0; attempt < 5; attempt++) {
    const { round } = await roundWithLedger();
    const other = await anotherProcess();
    const answers = await Promise.all([
      askOnce(round, range(0, 12)),
      askOnce(round, range(0, 11), other),
    ]);
    expect(answers.filter((answer) => answer?.shown)).toHaveLength(1);
    // Whoever asks again, anywhere, gets the same answer.
    const again = [await askOnce(round, range(0, 12), other), await askOnce(round, range(0, 11))];
    expect(again).toEqual(answers);
  }
});

test("each process knows what the other was told since it asked last", async () => {
  const { round } = await roundWithLedger();
  const other = await anotherProcess();
  expect(await askOnce(round, range(0, 6))).toMatchObject({ shown: true, n: 6 });
  expect(await askOnce(round, [...range(0, 6), ...range(10, 16)], other)).toMatchObject({ n: 12 });
  // Beside what the other was told, this would leave one person.
  expect((await askOnce(round, range(10, 15)))?.shown).toBe(false);
  expect((await askOnce(round, range(10, 16)))?.shown).toBe(true);
});

test("a hostile first asker changes no standing figure", async () => {
  const { round, figures } = await roundWithLedger();
  let refused = 0;
  for (let at = 0; at < 60; at++) {
    const filter = range(0, PEOPLE).filter((p) => (((p * 31 + at * 17) % 40) * 7) % 13 < 6);
    if ((await askOnce(round, filter))?.shown === false) refused++;
  }
  expect(refused).toBeGreaterThan(0);
  for (const [id, members] of Object.entries(STANDING))
    expect(await askOnce(round, members)).toEqual(figures[id]);
});

test("what was asked in a transaction that failed was never told", async () => {
  const { round } = await roundWithLedger();
  await askOnce(round, range(0, 7));
  const failing = inOrganisation(database.platform, round, async (tx) => {
    expect((await ask(tx, round, question(range(22, 33))))?.shown).toBe(true);
    throw new Error("the page could not be written");
  });
  await expect(failing).rejects.toThrow("could not be written");
  expect(await askOnce(round, range(22, 32))).toMatchObject({ shown: true, n: 10 });
  expect((await askOnce(round, range(22, 33)))?.shown).toBe(false);
});

test("of a figure that was not decided nothing is told, nor to another organisation", async () => {
  const { round } = await roundWithLedger();
  const { round: elsewhere } = await roundWithLedger();
  const inThis = (own: Round, other: Round, figure: string) =>
    inOrganisation(database.platform, own, (tx) =>
      ask(
        tx,
        { ...other, organisationId: own.organisationId },
        { ...question(range(0, 16)), figure },
      ),
    );
  expect(await inThis(round, round, "spread")).toBeNull();
  expect(await inThis(elsewhere, round, "amount")).toBeNull();
  expect(await inThis(round, round, "amount")).toMatchObject({ shown: true });
});

test("contributors who are numbered otherwise, and members who are none, are refused", async () => {
  const { round } = await roundWithLedger();
  const wrong = (changed: Partial<LedgerQuestion>) =>
    inOrganisation(database.platform, round, (tx) =>
      ask(tx, round, { ...question(range(0, 16)), ...changed }),
    );
  await expect(wrong({ contributors: contributors.toReversed() })).rejects.toThrow("not those");
  await expect(wrong({ members: ["someone else"] })).rejects.toThrow("no contributor");
  expect(await askOnce(round, range(0, 16))).toMatchObject({ shown: true });
});

test("what stands is decided once, and what is written down is never changed or taken away", async () => {
  const { round } = await roundWithLedger();
  const { ledger } = FigureLedger.standing(standing, { values }, standardPolicy);
  const again = inOrganisation(database.platform, round, (tx) =>
    keepStanding(tx, round, contributors, { amount: ledger }),
  );
  await expect(again).rejects.toThrow("duplicate key");
  for (const statement of [
    "DELETE FROM disclosure_entry",
    "UPDATE disclosure_entry SET members = ''",
    "UPDATE disclosure_ledger SET minimum = 2",
    "DELETE FROM disclosure_ledger",
  ])
    await expect(
      database.owner
        .query(`SET ROLE twohats_app; ${statement}`)
        .finally(() => database.owner.query("RESET ROLE")),
    ).rejects.toThrow("permission denied");
});
