import { expect, test } from "vitest";
import { texts } from "~/platform/i18n/i18n.ts";
import { whoReads } from "./who-reads.ts";

const t = texts.getFixedT(null, "report");
const kept = "HR may keep a file of it, as everyone was told before answering.";
const grants = [{ name: "Ben Kay", endsOn: "2027-05-03" }];

test.each([
  [{ coach: null, grants: [], hrKeeps: false }, ["Only you."]],
  [{ coach: null, grants: [], hrKeeps: true }, ["You.", kept]],
  [{ coach: "Amina Yusuf", grants: [], hrKeeps: false }, ["You and Amina Yusuf (your coach)."]],
  [
    { coach: "Amina Yusuf", grants, hrKeeps: true },
    ["You, Amina Yusuf (your coach) and Ben Kay (until 3 May 2027).", kept],
  ],
])("who reads is said of who can: %o", (readers, said) => {
  expect(whoReads(readers, t)).toEqual(said);
});
