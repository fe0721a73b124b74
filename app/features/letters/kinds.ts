import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";

/** Somebody is an administrator now. */
export const appointment: KindOfLetter = {
  name: "appointment",
  facts: ["name", "organisation"],
};

/** To the owner of an account: how to choose a new password, and that it was changed. */
export const accountLetters = {
  forgotten: { name: "new-password", facts: ["name", "organisation", "minutes"] },
  changed: { name: "password-changed", facts: ["name", "organisation"] },
} satisfies Record<string, KindOfLetter>;

const address = (what: string, ...facts: string[]): KindOfLetter => ({
  name: `address-${what}`,
  facts: ["name", "organisation", ...facts],
});

/** About an address that was changed: to its old owner, to administrators, to its new one; or whose record went. */
export const addressLetters = {
  changed: address("changed", "date", "to", "until"),
  again: address("again", "date", "to", "until"),
  removed: address("removed", "date", "until"),
  refused: address("refused", "date", "person"),
  settled: address("settled"),
  merged: address("merged", "date", "to"),
};
