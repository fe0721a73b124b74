import { expect, test } from "vitest";
import { standardPolicy } from "../policy.ts";
import { discloseRound } from "./disclose-round.ts";

test("numbers of a round need twenty groups and a hundred responses, and have two decimals", () => {
  const numbers = { alpha: 0.81234, low: null };
  const show = (groups: number, responses: number) =>
    discloseRound({ groups, responses }, numbers, standardPolicy);
  expect(show(20, 100)).toEqual({ shown: true, numbers: { alpha: 0.81, low: null } });
  expect(show(19, 100).shown).toBe(false);
  expect(show(20, 99)).toEqual({ shown: false, reason: "hidden-few-raters" });
});
