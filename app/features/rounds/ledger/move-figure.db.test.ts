import { standardPolicy } from "@twohats/disclosure";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import type { RoundKey } from "../store/round-store.server.ts";
import { bareRound } from "../testing/round.ts";
import { moveFigure } from "./move-figure.server.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const given = (count: number) => Array.from({ length: count }, (_, at) => `rating ${at}`);
const moves = (round: RoundKey, contributions: readonly string[], figure = "usefulness") =>
  inOrganisation(database.platform, round, (tx) =>
    moveFigure(tx, round, figure, contributions, standardPolicy),
  );
const anyRound = async () =>
  bareRound(database.platform, await createTestOrganisation(database.platform));

test("nothing is told of fewer than five, then it moves in steps of five that are new", async () => {
  const round = await anyRound();
  const moments: number[] = [];
  for (let count = 1; count <= 12; count += 1)
    if ((await moves(round, given(count))) === "moves") moments.push(count);
  expect(moments).toEqual([5, 10]);
});

test("what was changed, taken back or is the same moves nothing", async () => {
  const round = await anyRound();
  expect(await moves(round, given(6))).toBe("moves");
  expect(await moves(round, given(6))).toBe("stands");
  expect(await moves(round, given(6).with(0, "rating 0 again"))).toBe("stands");
  expect(await moves(round, given(5))).toBe("stands");
});

test("figures and rounds move by themselves", async () => {
  const [one, other] = [await anyRound(), await anyRound()];
  expect(await moves(one, given(6))).toBe("moves");
  expect(await moves(one, given(6), "another")).toBe("moves");
  expect(await moves(other, given(6))).toBe("moves");
});

test("two who come at once are taken one after the other: only one of them moves it", async () => {
  const round = await anyRound();
  const both = await Promise.all([moves(round, given(5)), moves(round, given(6))]);
  expect(both.toSorted()).toEqual(["moves", "stands"]);
});

test("what was told is never forgotten: no row is deleted by the application", async () => {
  await moves(await anyRound(), given(5));
  await expect(
    database.owner
      .query("SET ROLE twohats_app; DELETE FROM disclosure_snapshot")
      .finally(() => database.owner.query("RESET ROLE")),
  ).rejects.toThrow("permission denied");
});
