import { expect, test } from "vitest";
import { importRequest, personRecord } from "../../testing/import-requests.ts";
import { planImport } from "./plan-import.ts";
import { pageOf, reviewTab } from "./review-tab.ts";

test("opens where there is something to look at, unless an address says otherwise", () => {
  const ana = personRecord({ id: "ana", name: "Ana", employeeId: "1" });
  const plan = planImport(importRequest(["Employee Id | Name", "1 | Ana", "2 |"], [ana]));
  expect(reviewTab(null, plan)).toBe("rejected");
  expect(reviewTab("unchanged", plan)).toBe("unchanged");
  expect(reviewTab("columns", plan)).toBe("columns");
  expect(reviewTab("nonsense", plan)).toBe("rejected");
});

test("cuts a list into pages and never leaves it", () => {
  const list = Array.from({ length: 101 }, (_, index) => index);
  expect(pageOf(list, "3")).toEqual({ entries: [100], page: 3, pages: 3, total: 101 });
  expect(pageOf(list, "9").page).toBe(3);
  expect([pageOf(list, "-1").page, pageOf(list, "x").page, pageOf(list, null).page]).toEqual([
    1, 1, 1,
  ]);
  expect(pageOf([], null)).toEqual({ entries: [], page: 1, pages: 1, total: 0 });
});
