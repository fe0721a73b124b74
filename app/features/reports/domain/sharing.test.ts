import { expect, test } from "vitest";
import { readSharing } from "./sharing.ts";

const own = "018f0000-0000-7000-8000-000000000001";
const boss = "018f0000-0000-7000-8000-000000000002";
const typed = { personId: boss, reader: "manager", sections: ["glance"], endsOn: "2026-06-30" };
const read = (changes: Partial<typeof typed>) =>
  readSharing({ ...typed, ...changes }, { own, today: "2026-03-02" });

test("a complete choice is read, unknown sections dropped", () => {
  expect(read({ sections: ["glance", "salary"] })).toEqual({
    ok: true,
    sharing: { ...typed, sections: ["glance"] },
  });
});

test("a coach needs no sections chosen", () => {
  expect(read({ reader: "coach", sections: [] }).ok).toBe(true);
});

test.each([
  [{ personId: "" }, "person"],
  [{ personId: own }, "self"],
  [{ reader: "boss" }, "reader"],
  [{ sections: [] }, "sections"],
  [{ sections: ["salary"] }, "sections"],
  [{ endsOn: "" }, "endsOn-missing"],
  [{ endsOn: "2026-03-02" }, "endsOn-past"],
  [{ endsOn: "2027-03-04" }, "endsOn-far"],
])("%j is refused for %s", (changes, problem) => {
  expect(read(changes)).toEqual({ ok: false, problems: [problem] });
});
