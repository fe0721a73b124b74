import type { RecordPart, RecordValue } from "~/platform/feature/personal.ts";
import { CHOSEN_FIELDS, DATE_FIELDS, PERSON_FIELDS, type PersonField } from "../domain/person.ts";

const DATES: readonly string[] = DATE_FIELDS;

function kindOf(field: PersonField): RecordValue {
  if (DATES.includes(field)) return "day";
  if (field === "language") return "language";
  return field === "timezone" ? "zone" : "text";
}

const kindsOf = (fields: readonly PersonField[]) =>
  Object.fromEntries(fields.map((field) => [field, kindOf(field)]));

/** How somebody reads what the directory has of them. */
export const record: RecordPart = {
  title: "record-people:title",
  labels: "record-people:parts",
  fields: {
    person: {
      title: "record-people:parts.person",
      labels: "people:fields",
      fields: {
        ...kindsOf(PERSON_FIELDS),
        status: { word: (status) => `people:status.${status}`, of: ["active", "inactive"] },
        leavesOn: "day",
        workingDays: "weekdays",
      },
    },
    replaced: {
      title: "record-people:parts.replaced",
      labels: "people:fields",
      fields: kindsOf(CHOSEN_FIELDS),
    },
    absences: {
      title: "record-people:parts.absences",
      labels: "record-people:absences",
      fields: { firstDay: "day", lastDay: "day" },
    },
  },
};
