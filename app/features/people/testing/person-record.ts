import { PERSON_FIELDS, type PersonRecord } from "../domain/person.ts";

/** A person of the directory; whatever is not given is not known. */
export function personRecord(given: Partial<PersonRecord> & { id: string }): PersonRecord {
  const unknown = Object.fromEntries(PERSON_FIELDS.map((field) => [field, null]));
  return {
    ...unknown,
    managerId: null,
    status: "active",
    external: false,
    workingDays: null,
    name: given.id,
    ...given,
  } as PersonRecord;
}
