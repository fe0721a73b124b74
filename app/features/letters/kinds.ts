import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";
import type { AccountNews } from "~/platform/jobs/queues.ts";

const office = (name: string): KindOfLetter => ({ name, facts: ["name", "organisation"] });

/** Somebody is in office now. */
export const ownerAppointment = office("appointment-owner");
export const appointment = office("appointment");
export const analystAppointment = office("appointment-analyst");
export const unitAppointment = office("appointment-units");
export const unitAnalystAppointment = office("appointment-analyst-units");

/** The way to open an account, where HR was asked for it. */
export const joining: KindOfLetter = { name: "joining", facts: ["name", "organisation"] };

/** Somebody who administers replaced what its reader had chosen for themselves. */
export const choiceReplaced: KindOfLetter = {
  name: "choice-replaced",
  facts: ["name", "organisation", "fields"],
};

/** To the owner of an account: how to choose a new password, and what was changed. */
export const accountLetters = {
  forgotten: { name: "new-password", facts: ["name", "organisation", "minutes"] },
  "sign-in": { name: "sign-in-link", facts: ["name", "organisation", "minutes"] },
  changed: { name: "password-changed", facts: ["name", "organisation"] },
  "factor-on": { name: "second-factor-on", facts: ["name", "organisation"] },
  "factor-off": { name: "second-factor-off", facts: ["name", "organisation"] },
  recovered: { name: "recovery-code-used", facts: ["name", "organisation"] },
  "passkey-on": { name: "passkey-added", facts: ["name", "organisation"] },
  "passkey-off": { name: "passkey-removed", facts: ["name", "organisation"] },
  "provider-linked": { name: "provider-linked", facts: ["name", "organisation"] },
  "passkey-odd": { name: "passkey-odd", facts: ["name", "organisation"] },
  "address-asked": {
    ...{ name: "own-address-asked", facts: ["name", "organisation", "address", "date"] },
  },
  "address-confirm": { name: "own-address-confirm", facts: ["organisation"] },
  "address-stopped": { name: "own-address-stopped", facts: ["name", "organisation"] },
  "address-moved": { name: "own-address-moved", facts: ["name", "organisation", "address"] },
} satisfies Record<AccountNews, KindOfLetter>;

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
