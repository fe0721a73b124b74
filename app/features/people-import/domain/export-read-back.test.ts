import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText } from "~/features/people/domain/clean-text.ts";
import { knownHeaders } from "~/features/people/domain/columns/recognise-headers.ts";
import { EXPORT_FIELDS, exportRows } from "~/features/people/domain/export-rows.ts";
import type { PersonRecord } from "~/features/people/domain/person.ts";
import { personRecord } from "~/features/people/testing/person-record.ts";
import { namesOfWeekdays } from "~/platform/i18n/format.ts";
import { textsIn } from "~/platform/i18n/i18n.ts";
import { languages } from "~/platform/i18n/language.ts";
import { readRows } from "~/platform/tables/testing/read-rows.ts";
import { toCsv } from "~/platform/tables/write-csv.server.ts";
import { planImport } from "./plan-import.ts";
import { suggestedSettings } from "./settings.ts";
import { tableFrom } from "./table.ts";

/** What a directory may hold: one line, and words that files give a meaning of their own. */
const text = fc
  .oneof(
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.constantFrom("N/A", "-", "#N/A", "Quay, Ada", "=cmd", "'t Hooft", "00042", "NULL", "Null"),
  )
  .map((value) => cleanText(value) ?? "Ada");
const maybe = fc.option(text, { nil: null });
const date = fc.option(
  fc
    .date({ min: new Date("1990-01-01"), max: new Date("2150-01-01"), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
  { nil: null },
);
const facts = fc.record({
  ...{ name: text, preferredName: maybe, givenName: maybe, familyName: maybe },
  ...{ pronunciation: maybe, pronouns: maybe },
  ...{ jobTitle: maybe, jobLevel: maybe, department: maybe, division: maybe, location: maybe },
  ...{ country: maybe, employmentType: maybe, startDate: date, endDate: date },
  timezone: fc.option(fc.constantFrom("Europe/Kyiv", "UTC+9", "W. Europe Standard Time", "Narnia")),
  language: fc.option(fc.constantFrom("de", "de-CH", "German (Germany)", "Deutsch", "Elvish")),
  status: fc.constantFrom("active", "inactive"),
  workingDays: fc.option(
    fc
      .integer({ min: 1, max: 127 })
      .map((set) => [..."1234567"].filter((_, at) => set & (1 << at)).join("")),
    { nil: null },
  ),
  byId: fc.boolean(),
  manager: fc.nat(),
});

test.each(languages)(
  "an export in %s, read back, changes nothing and brings nobody new, whatever the directory holds",
  async (language) => {
    await fc.assert(
      fc.asyncProperty(fc.array(facts, { minLength: 1, maxLength: 6 }), async (list) => {
        const people = list.map(({ byId, manager, ...each }, at) =>
          personRecord({
            ...each,
            id: `p${at}`,
            // Leading zeros, and managers above in the list: no loops.
            employeeId: byId ? `00${at}` : null,
            email: byId ? null : `p${at}@x.org`,
            managerId: at > 0 ? `p${manager % at}` : null,
          }),
        );
        const plan = await readBack(people, language);
        const { absent, absences, changed } = plan;
        expect({ new: plan.new, changed, absent, absences }).toEqual({
          ...{ new: [], changed: [], absent: [], absences: [] },
        });
      }),
      { numRuns: 200 },
    );
  },
);

const AWAY = { id: "away", firstDay: "2026-07-01", lastDay: "2026-07-31" };

async function readBack(people: PersonRecord[], language: string) {
  const t = textsIn(language).getFixedT(null, "people");
  const byId = new Map(people.map((person) => [person.id, person]));
  const exported = people.map((person) => {
    const manager = person.managerId === null ? undefined : byId.get(person.managerId);
    return {
      ...person,
      manager: manager?.name ?? null,
      managerEmail: manager?.email ?? null,
      managerId: manager?.employeeId ?? null,
    };
  });
  const csv = toCsv([
    EXPORT_FIELDS.map((field) => t(`people:fields.${field}`)),
    ...exportRows(exported, {
      status: (status) => t(`people:status.${status}`),
      weekdays: (days) => namesOfWeekdays(days, language),
    }),
  ]);
  const rows = await readRows(csv);
  if (typeof rows === "string") throw new Error(rows);
  const found = tableFrom(rows, knownHeaders);
  if (!found.ok) throw new Error(found.reason);
  const settings = suggestedSettings(found.table);
  expect(settings.columns).toEqual([...EXPORT_FIELDS]);
  // Everybody is away, of which the file says nothing.
  const away = new Map(people.map(({ id }) => [id, [AWAY]]));
  const { rows: lines } = found.table;
  return planImport({ rows: lines, settings, existing: people, away, today: "2026-06-01" });
}
