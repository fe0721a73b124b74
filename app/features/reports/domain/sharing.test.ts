import { expect, test } from "vitest";
import { shareReportInput, sharingProblems } from "./sharing.ts";

const own = "018f0000-0000-7000-8000-000000000001";
const boss = "018f0000-0000-7000-8000-000000000002";
const typed = { person: boss, reader: "manager", sections: ["glance"], endsOn: "2026-06-30" };

/** What is wrong, found by the schema or in the end. */
function problems(changes: Partial<typeof typed>) {
  const read = shareReportInput.safeParse({ ...typed, ...changes });
  return read.success
    ? sharingProblems(read.data, { own, today: "2026-03-02" })
    : read.error.issues.map(({ path, message }) => ({ field: path[0], code: message }));
}

test("a complete choice is read, unknown sections dropped", () => {
  const sections = ["glance", "salary"];
  expect(shareReportInput.parse({ ...typed, sections })).toEqual({
    ...typed,
    sections: ["glance"],
  });
  expect(problems({ sections })).toEqual([]);
});

test("a coach needs no sections chosen", () => {
  expect(problems({ reader: "coach", sections: [] })).toEqual([]);
});

test.each([
  [{ person: "" }, "person", "person"],
  [{ person: own }, "person", "self"],
  [{ reader: "boss" }, "reader", "reader"],
  [{ sections: [] }, "sections", "sections"],
  [{ sections: ["salary"] }, "sections", "sections"],
  [{ endsOn: "" }, "endsOn", "endsOn-missing"],
  [{ endsOn: "2026-03-02" }, "endsOn", "endsOn-past"],
  [{ endsOn: "2027-03-04" }, "endsOn", "endsOn-far"],
])("%j is refused at %s for %s", (changes, field, code) => {
  expect(problems(changes)).toEqual([{ field, code }]);
});
