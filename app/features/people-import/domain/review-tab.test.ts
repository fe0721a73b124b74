import { expect, test } from "vitest";
import { pageOf } from "~/features/people/domain/page-of.ts";
import { personRecord } from "~/features/people/testing/person-record.ts";
import { importRequest } from "../testing/import-requests.ts";
import { planImport } from "./plan-import.ts";
import { shownPart } from "./review-tab.ts";

const ana = personRecord({ id: "ana", name: "Ana", employeeId: "1" });
const bo = personRecord({ id: "bo", name: "Bo", employeeId: "3" });
const plan = planImport(importRequest(["Employee Id | Name", "1 | Ana", "2 |"], [ana, bo]));
const shown = (address: string) => shownPart(plan, ["bo"], new URLSearchParams(address));

test("opens where there is something to look at, unless an address says otherwise", () => {
  expect(shown("").tab).toBe("rejected");
  expect(shown("tab=unchanged")).toMatchObject({ tab: "unchanged", total: 1 });
  expect(shown("tab=columns")).toEqual({ tab: "columns" });
  expect(shown("tab=nonsense").tab).toBe("rejected");
});

test("says who of the absent is ticked", () => {
  expect(shown("tab=absent")).toMatchObject({ entries: [{ personId: "bo", ticked: true }] });
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
