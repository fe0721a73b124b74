import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";

/** Somebody is an administrator now. */
export const appointment: KindOfLetter = {
  name: "appointment",
  facts: ["name", "organisation"],
};

const address = (what: string, ...facts: string[]): KindOfLetter => ({
  name: `address-${what}`,
  facts: ["name", "organisation", ...facts],
});

/** About an address that was changed: to its old owner, to administrators, to its new one. */
export const addressLetters = {
  changed: address("changed", "date", "to", "until"),
  again: address("again", "date", "to", "until"),
  removed: address("removed", "date", "until"),
  refused: address("refused", "date", "person"),
  settled: address("settled"),
};
