import { expect, test } from "vitest";
import { dayNumber, type TableLevel, TableLevels } from "./table-level.ts";

const level = (told: Partial<TableLevel> = {}): TableLevel => ({
  ...{ n: 2, estimate: 3.25, sd: 0.5, lower: 2.5, upper: 4 },
  ...{ newestOn: "2026-02-01", sources: ["self", "manager"], ...told },
});

test("what is packed comes back as it was, in its order, by number and by competency", () => {
  const given: [string, TableLevel][] = [
    ["planning", level()],
    ["coaching", level({ n: 1, estimate: 1, sources: ["certificate"], newestOn: "2024-12-31" })],
  ];
  const packed = new TableLevels(given);
  expect([...packed.entries()]).toEqual(given);
  expect(packed.get("coaching")).toEqual(given[1]?.[1]);
  expect(packed.get("listening")).toBeUndefined();
  expect(packed.competencyAt(1)).toBe("coaching");
  expect(packed.newestAt(1)).toBe(dayNumber("2024-12-31"));
  expect(packed.rangeAt(0)).toEqual({ estimate: 3.25, sd: 0.5, lower: 2.5, upper: 4 });
  expect(new TableLevels([]).size).toBe(0);
});
