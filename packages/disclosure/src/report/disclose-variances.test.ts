import { expect, test } from "vitest";
import { standardPolicy } from "../policy.ts";
import { discloseVariances } from "./disclose-variances.ts";

const round = {
  participants: 40,
  raters: 160,
  ratings: 380,
  participantVariance: 0.12345,
  raterVariance: 0.05432,
  residualVariance: 0.31,
};

test("the variances of a round are shown with their numbers, to three decimals", () => {
  expect(discloseVariances(round, standardPolicy)).toEqual({
    shown: true,
    ...round,
    participantVariance: 0.123,
    raterVariance: 0.054,
  });
});

test.each([
  { ...round, participants: 4 },
  { ...round, raters: 4 },
  { ...round, ratings: 79 },
])(
  "a round of $participants participants, $raters raters and $ratings ratings shows none",
  (few) => {
    expect(discloseVariances(few, standardPolicy)).toMatchObject({ shown: false });
  },
);
