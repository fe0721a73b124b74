import fc from "fast-check";
import { expect, test } from "vitest";
import { dateOrderOf, readDate } from "./dates.ts";

test.each([
  ["2024-04-03", "2024-04-03"],
  ["2024/4/3", "2024-04-03"],
  ["2024-04-03T09:30:00Z", "2024-04-03"],
  ["2024-04-03 00:00:00", "2024-04-03"],
  ["20240403", "2024-04-03"],
  ["03/04/2024", "2024-04-03"],
  ["3-4-2024", "2024-04-03"],
  ["03.04.2024", "2024-04-03"],
  ["03/04/24", "2024-04-03"],
  ["03/04/98", "1998-04-03"],
  ["3 Apr 2024", "2024-04-03"],
  ["03-Apr-24", "2024-04-03"],
  ["April 3, 2024", "2024-04-03"],
  ["Sept 3, 2024", "2024-09-03"],
  ["45385", "2024-04-03"],
  ["45385.5", "2024-04-03"],
  ["29/02/2024", "2024-02-29"],
])("reads %s, day first", (text, date) => {
  expect(readDate(text, "dmy")).toBe(date);
});

test("reads the month first when told so, but never with dots", () => {
  expect(readDate("03/04/2024", "mdy")).toBe("2024-03-04");
  expect(readDate("03.04.2024", "mdy")).toBe("2024-04-03");
});

test.each([
  "31/02/2024",
  "2023-02-29",
  "00/01/2024",
  "13/13/2024",
  "04/31/2024",
  "2024-13-01",
  "tomorrow",
  "3 Foo 2024",
  "12345678",
  "99999",
  "1",
  "3/4",
  "2024",
  "01/01/1066",
  "=TODAY()",
])("refuses %s", (text) => {
  expect(readDate(text, "dmy")).toBeNull();
});

test("the order is known as soon as one date allows only one", () => {
  expect(dateOrderOf(["03/04/2024", "25/12/2023"])).toBe("dmy");
  expect(dateOrderOf(["03/04/2024", "12/25/2023"])).toBe("mdy");
});

test("the order is asked for when nothing decides, or dates contradict each other", () => {
  expect(dateOrderOf(["03/04/2024", "05/05/2024"])).toBe("ambiguous");
  expect(dateOrderOf(["25/12/2023", "12/25/2023"])).toBe("ambiguous");
});

test("dates that mean the same either way need no order", () => {
  expect(dateOrderOf(["2024-04-03", "03.04.2024", "05/05/2024", "45385", "", "soon"])).toBe("none");
});

test("every day from 1940 to 2099 reads back in every notation", () => {
  const day = fc.date({
    min: new Date("1940-01-01T00:00:00Z"),
    max: new Date("2099-12-31T00:00:00Z"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year, month, dayOfMonth] = iso.split("-");
      const serial = Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);
      expect(readDate(iso, "mdy")).toBe(iso);
      expect(readDate(`${dayOfMonth}/${month}/${year}`, "dmy")).toBe(iso);
      expect(readDate(`${month}/${dayOfMonth}/${year}`, "mdy")).toBe(iso);
      expect(readDate(String(serial), "dmy")).toBe(iso);
    }),
  );
});
