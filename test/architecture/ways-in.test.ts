import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

// Whose address was changed must not be got in for (docs/decisions/0026). One function decides, `holdsOn`; this list is
// of everything that has to ask it. A new way to change an address, to make a link or to let somebody in fails here
// until it asks as well.

const root = resolve(import.meta.dirname, "../..");
const sources = globSync("{app,cli,server}/**/*.{ts,tsx}", { cwd: root }).filter(
  (path) => !/\.test\.tsx?$|\/testing\/|\.gen\.ts$/.test(path),
);
const text = (path: string) => readFileSync(resolve(root, path), "utf8");
const mentioning = (pattern: RegExp) => sources.filter((path) => pattern.test(text(path))).sort();

test("the sources are found", () => {
  expect(sources.length).toBeGreaterThan(500);
});

test("addresses are written in one file, and changed through one function, which tells identity", () => {
  const writes =
    /(updateTable|insertInto)\("person"\)|\b(UPDATE|INSERT INTO|MERGE INTO)\s+person\b/;
  expect(mentioning(writes)).toEqual(["app/features/people/store.server.ts"]);
  expect(mentioning(/\bupdatePeople\(/)).toEqual([
    "app/features/people/change-people.server.ts",
    "app/features/people/store.server.ts",
  ]);
  expect(text("app/features/people/change-people.server.ts")).toContain("recordAddressChanges(");
});

test("what an account is signed in to with is changed in one place, once both addresses had their say", () => {
  const place = "app/features/identity/own-address/";
  expect(mentioning(/updateUser|changeEmail|UPDATE auth\."user"/)).toEqual([
    `${place}wish-store.server.ts`,
  ]);
  expect(mentioning(/\bmoveAccount\(/)).toEqual([
    `${place}finish-wish.server.ts`,
    `${place}wish-store.server.ts`,
  ]);
  expect(mentioning(/\bfinishWish\(/)).toEqual([
    `${place}answer-wish.server.ts`,
    `${place}finish-wish.server.ts`,
  ]);
  for (const file of ["answer-wish", "finish-wish"])
    expect(text(`${place}${file}.server.ts`)).toMatch(/isReady\(/);
});

test.each([
  ["personal links", /\blinkToken\(/, ["answering/personal-link", "answering/personal-links"]],
  ["links that open an account", /\bjoinToken\(/, ["identity/access-link"]],
])("%s are made where `holdsOn` is asked", (_, made, files) => {
  const found = mentioning(made);
  expect(found.map((path) => files.find((file) => path.endsWith(`${file}.server.ts`)))).toEqual(
    files,
  );
  expect(found.some((path) => text(path).includes("holdsOn("))).toBe(true);
});

test("claims are signed for these purposes and no other", () => {
  expect(mentioning(/\bsignClaims\(/)).toEqual([
    // It says on which days something is due for whoever is in, and opens nothing.
    "app/features/calendars/feed-link.server.ts",
    // It answers for one day of practice, for whoever is in and has the address it went to; it shows nothing.
    "app/features/development/nudges/nudge-link.server.ts",
    "app/features/identity/access-link.server.ts",
    // It asks about a change, and opens nothing else.
    "app/features/identity/address-changes/address-letter-link.server.ts",
    // It lets whoever reads an address speak of a change of it, and opens nothing.
    "app/features/identity/own-address/wish-link.server.ts",
    // A question to a device; its answer is asked for as well.
    "app/features/identity/passkeys/passkey-question.server.ts",
    // It goes to the address an account is signed in to with, which nobody else changes, and opens nothing for whoever
    // is out: `presenceOf` asks about changed addresses.
    "app/features/identity/passwords/new-password-link.server.ts",
    // It says whose account a browser proved, for a provider to open; it opens nothing itself.
    "app/features/identity/proven-account.server.ts",
    // It says of a session that is there when its owner was asked last, and opens nothing.
    "app/features/identity/recent/recent-proof.server.ts",
    // It says that the password was right, and opens nothing without a code.
    "app/features/identity/second-factor/second-step-cookie.server.ts",
    // As the link to a new password; `unsafeLetIn` asks who is in.
    "app/features/identity/sign-in-link/sign-in-link.server.ts",
    "app/features/identity/signed-claims.server.ts",
    // It says that one kind of letter is not wanted, and opens nothing.
    "app/features/letters/declining/stop-link.server.ts",
    // For the first owner of an organisation that nobody owns, handed over by whoever runs the server; good once.
    "app/features/organisations/founding/owner-link.server.ts",
    // It says what a device was shown, and opens nothing.
    "app/features/rounds/pseudonyms/read-on-device.server.ts",
  ]);
});

test("letters are queued where their links come from those makers, or where they have none", () => {
  const rounds = "app/features/rounds/";
  expect(mentioning(/\bqueueMessages\(/)).toEqual([
    // They lead to a page behind their reader's own sign-in.
    "app/features/competencies/assessments/letters/assessment-letters.server.ts",
    "app/features/competencies/assessments/letters/remind-assessors.server.ts",
    "app/features/competencies/expiry/tell-of-expiries.server.ts",
    // Its link answers for one day of practice (`nudge-link`).
    "app/features/development/nudges/send-due-nudges.server.ts",
    "app/features/feedback/letters/coach-letters.server.ts",
    "app/features/feedback/nomination/choose-raters.server.ts",
    "app/features/feedback/nomination/open-nominations.server.ts",
    "app/features/feedback/nomination/return-nomination.server.ts",
    "app/features/feedback/releasing/releasing.server.ts",
    "app/features/feedback/setup/choose-participants.server.ts",
    "app/features/letters/access-letters.server.ts",
    "app/features/letters/address-letters.server.ts",
    // No link: that a record was merged away.
    "app/features/letters/merged-letter.server.ts",
    "app/features/letters/own-address-letters.server.ts",
    "app/features/letters/queue-messages.server.ts",
    // What is about an account, its link put in as it leaves and kept by nobody.
    "app/features/letters/send-unstored.server.ts",
    // No link: that what somebody chose was replaced.
    "app/features/letters/tell-of-choices.server.ts",
    // No link: what somebody tells all who were asked about them.
    "app/features/pulses/announcement/send-to-all.server.ts",
    // Called off and closing, no link: news and thanks when a round is over.
    ...["called-off", "closing", "invitation", "new-link", "notice"].map(
      (kind) => `${rounds}letters/${kind}-letters.server.ts`,
    ),
    // To HR themselves, about nobody; its link is the round's page.
    `${rounds}letters/send-test-letter.server.ts`,
    `${rounds}reminders/reminder-letters.server.ts`,
    `${rounds}running/extension-letters.server.ts`,
    // To owners, about how people get in; its link is the page that says so.
    "app/features/single-sign-on/tell-owners.server.ts",
  ]);
});

test("accounts are let in in one place, which asks", () => {
  expect(mentioning(/\binsertMembership\(|insertInto\("membership"\)/)).toEqual([
    "app/features/identity/add-member.server.ts",
    "app/features/identity/store.server.ts",
  ]);
  expect(text("app/features/identity/add-member.server.ts")).toContain("holdsOn(");
});

test("who is in is asked with what their address keeps shut", () => {
  expect(mentioning(/\bpresenceOf\(/)).toEqual([
    "app/features/identity/domain/presence.ts",
    "app/features/identity/presence.server.ts",
  ]);
  expect(text("app/features/identity/presence.server.ts")).toContain("holdsOn(");
});

test("sessions begin with a password, the code after it, a link in a letter, a passkey or a provider's word, and in no other way", () => {
  expect(mentioning(/createSession\(|signInEmail\(|signInMagicLink|resetPassword/)).toEqual([
    "app/features/identity/open-session.server.ts",
    "app/features/identity/start-session.server.ts",
  ]);
  expect(mentioning(/unsafeOpenSession/)).toEqual([
    "app/features/identity/let-in.server.ts",
    "app/features/identity/open-session.server.ts",
  ]);
  // It asks who is in, as signing in does, and for the second step.
  const letIn = text("app/features/identity/let-in.server.ts");
  expect(letIn).toContain("presentMemberships(");
  expect(letIn).toContain("factorOf(");
  expect(mentioning(/unsafeLetIn\(/)).toEqual([
    "app/features/identity/let-in.server.ts",
    "app/features/identity/passkeys/enter-with-passkey.server.ts",
    "app/features/identity/second-factor/take-second-step.server.ts",
    "app/features/identity/sign-in-link/take-sign-in-link.server.ts",
    // It hands in by whose word: such a session enters that organisation alone (decision 69).
    "app/features/single-sign-on/entering/enter-by-provider.server.ts",
  ]);
  expect(text("app/features/single-sign-on/entering/enter-by-provider.server.ts")).toContain(
    "{ bothSteps, origin }",
  );
  expect(mentioning(/bothSteps: true/)).toEqual([
    // The device, and what unlocked it (decision 62).
    "app/features/identity/passkeys/enter-with-passkey.server.ts",
    // The code itself.
    "app/features/identity/second-factor/take-second-step.server.ts",
  ]);
  expect(text("app/features/identity/start-session.server.ts")).toContain("factorOf(");
});
