import { expect, test } from "vitest";
import { charterInput, dutiesIn, LONGEST_DUTY, MOST_DUTIES, readCharter } from "./charter.ts";
import { dutyChanges, isSameCharter } from "./charter-difference.ts";
import { readerOfCharter } from "./charter-reader.ts";

const typed = (form: Record<string, string>) => charterInput.parse({ partner: "manager", ...form });

test("duties are lines, without the marks of lists, each once", () => {
  expect(
    dutiesIn("- Set goals\r\n\r\n2) Plan the week\n• Plan the week\n  10. Pay on time "),
  ).toEqual(["Set goals", "Plan the week", "Pay on time"]);
  expect(dutiesIn("3 people report to me")).toEqual(["3 people report to me"]);
  expect(dutiesIn(" \n- \n")).toEqual([]);
});

test("at least one duty, of both hats not too many, none too long, and somebody to agree with", () => {
  const codes = (form: Record<string, string>, hasManager = true) =>
    readCharter(typed(form), { hasManager }).problems.map(({ field, code }) => `${field} ${code}`);
  expect(codes({ leading: "Say where we are going" })).toEqual([]);
  expect(codes({ managing: " \n -" })).toEqual(["managing missing"]);
  const many = Array.from({ length: MOST_DUTIES + 1 }, (_, at) => `Duty ${at}`).join("\n");
  expect(codes({ leading: many })).toEqual(["leading too-many"]);
  expect(codes({ managing: "x".repeat(LONGEST_DUTY + 1) })).toEqual(["managing too-long"]);
  expect(codes({ managing: "Plan" }, false)).toEqual(["partner nobody"]);
  expect(codes({ managing: "Plan", partner: "hr" }, false)).toEqual([]);
});

test("two versions stand beside each other: what is gone is where it was", () => {
  const before = "Set goals\nPlan the week\nPay on time";
  const after = "Set goals.\nHire for the deck\nPay on time";
  expect(dutyChanges(before, after)).toEqual([
    { duty: "Set goals.", change: "same" },
    { duty: "Plan the week", change: "gone" },
    { duty: "Hire for the deck", change: "new" },
    { duty: "Pay on time", change: "same" },
  ]);
  expect(dutyChanges("", "One")).toEqual([{ duty: "One", change: "new" }]);
  expect(dutyChanges("One", "")).toEqual([{ duty: "One", change: "gone" }]);
  expect(isSameCharter({ managing: "A", leading: "" }, { managing: "a.", leading: "" })).toBe(true);
  expect(isSameCharter({ managing: "A", leading: "" }, { managing: "", leading: "A" })).toBe(false);
});

test("who reads a charter", () => {
  const here = { isHere: true, managerId: "boss" };
  const reads = (
    actor: { personId: string | null; role: "admin" | "member" | "leaver" | "analyst" },
    charter: { partner: "manager" | "hr"; state: "draft" | "proposed" | "signed" },
    person = here,
  ) => readerOfCharter(actor, { personId: "ana", ...charter }, person);
  const member = (personId: string) => ({ personId, role: "member" as const });
  const hr = { personId: "hr", role: "admin" as const };
  for (const partner of ["manager", "hr"] as const) {
    for (const state of ["draft", "proposed", "signed"] as const)
      expect(reads(member("ana"), { partner, state })).toBe("own");
    for (const actor of [member("boss"), hr, member("peer")])
      expect(reads(actor, { partner, state: "draft" })).toBeNull();
  }
  for (const state of ["proposed", "signed"] as const) {
    expect(reads(member("boss"), { partner: "manager", state })).toBe("partner");
    expect(reads(member("boss"), { partner: "hr", state })).toBeNull();
    expect(reads(hr, { partner: "hr", state })).toBe("partner");
    expect(reads(hr, { partner: "manager", state })).toBeNull();
    expect(reads(member("peer"), { partner: "manager", state })).toBeNull();
    expect(
      reads(
        { personId: null, role: "member" },
        { partner: "manager", state },
        {
          isHere: true,
          managerId: null as unknown as string,
        },
      ),
    ).toBeNull();
    const gone = { isHere: false, managerId: "boss" };
    expect(reads(member("boss"), { partner: "manager", state }, gone)).toBeNull();
    expect(reads({ personId: "boss", role: "leaver" }, { partner: "manager", state })).toBeNull();
  }
});
