import { expect, test } from "vitest";
import type { PulseVerdict } from "../judge-change.ts";
import type { PulseRow } from "../pulse-result.ts";
import { verdictOf } from "./verdict-of.ts";

const row = (verdict: PulseVerdict | null): PulseRow => ({
  ...{ group: "peer", relationships: ["peer"], identified: false, n: 6, verdict },
  ...{ amounts: null, compared: null, why: { amounts: null, compared: null } },
});
const pulse = (...verdicts: (PulseVerdict | null)[]) =>
  verdictOf({
    behaviours: verdicts.map((verdict, at) => ({
      ...{ item: `i${at}`, spread: { sd: 0.8, from: "report" as const }, rows: [row(verdict)] },
    })),
  });

test("one behaviour that moved is enough, unless another slipped; of what is not told nothing follows", () => {
  expect(pulse("moved", "cant-tell", null)).toBe("moved");
  expect(pulse("slipped", "cant-tell")).toBe("slipped");
  expect(pulse("moved", "slipped")).toBe("cant-tell");
  expect(pulse("cant-tell", null)).toBe("cant-tell");
  expect(pulse(null, null)).toBeNull();
});
