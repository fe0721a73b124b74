import { expect, test } from "vitest";
import { evidenceName } from "./level-words.ts";

test("of one round each side's word is told apart; a certificate goes by its own name", () => {
  const title = "Second round";
  expect(evidenceName({ source: "self", title }, "Own view")).toBe("Own view · Second round");
  expect(evidenceName({ source: "agreed", title: "" }, "Agreed level")).toBe("Agreed level");
  expect(evidenceName({ source: "certificate", title: "Mate’s ticket" }, "Certificate")).toBe(
    "Mate’s ticket",
  );
});
