import { emailKey } from "../clean-text.ts";
import {
  PERSON_FIELDS,
  type PersonFacts,
  type PersonRecord,
  type PersonStatus,
} from "../person.ts";
import { newPersonKey, type PersonKey } from "./plan.ts";
import type { ReadRow } from "./read-row.ts";

/** A row together with the person it is about, and how they would stand in the directory afterwards. */
export type Candidate = {
  file: ReadRow;
  key: PersonKey;
  /** As the directory has them; null: someone new. */
  person: PersonRecord | null;
  facts: PersonFacts;
  status: PersonStatus;
};

/**
 * Finds whom each row is about: by employee id, then by e-mail address. An address does not match when its owner's
 * employee id stands in another row: then these are two people, and one of them uses the other's address.
 */
export function matchPeople(rows: ReadRow[], existing: PersonRecord[], today: string): Candidate[] {
  const byEmployeeId = new Map<string, PersonRecord>();
  const byEmail = new Map<string, PersonRecord>();
  for (const person of existing) {
    if (person.employeeId) byEmployeeId.set(person.employeeId, person);
    if (person.email) byEmail.set(emailKey(person.email), person);
  }
  const claimed = new Set(rows.map(({ facts }) => facts.employeeId));
  return rows.map((file) => {
    const { employeeId, email } = file.facts;
    const owner = email ? byEmail.get(emailKey(email)) : undefined;
    const isOwner = !employeeId || !owner?.employeeId || !claimed.has(owner.employeeId);
    const byId = employeeId ? byEmployeeId.get(employeeId) : undefined;
    const person = byId ?? (isOwner ? owner : undefined) ?? null;
    const facts = mergedFacts(file, person);
    const status = facts.endDate !== null && facts.endDate < today ? "inactive" : "active";
    return { file, key: person?.id ?? newPersonKey(file.row), person, facts, status };
  });
}

function mergedFacts({ facts, fallbackName }: ReadRow, person: PersonRecord | null): PersonFacts {
  const merged: Partial<PersonFacts> = {};
  for (const field of PERSON_FIELDS) {
    const stated = facts[field];
    Object.assign(merged, { [field]: stated === undefined ? (person?.[field] ?? null) : stated });
  }
  return { ...(merged as PersonFacts), name: merged.name ?? fallbackName ?? "" };
}
