import {
  emailKey,
  PERSON_FIELDS,
  type PersonFacts,
  type PersonRecord,
  type PersonStatus,
} from "~/features/people/domain/index.ts";
import { newPersonKey, type PersonKey } from "./plan.ts";
import type { ReadRow } from "./read-row.ts";
import type { RowNote } from "./row-note.ts";

/** A row together with the person it is about, and how they would stand in the directory afterwards. */
export type Candidate = {
  file: ReadRow;
  key: PersonKey;
  /** As the directory has them; null: someone new. */
  person: PersonRecord | null;
  facts: PersonFacts;
  status: PersonStatus;
  workingDays: string | null;
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
    const status = statusAfter(file, facts.endDate, today);
    const workingDays =
      file.workingDays === undefined ? (person?.workingDays ?? null) : file.workingDays;
    const key = person?.id ?? newPersonKey(file.row);
    return { file, key, person, facts, status, workingDays };
  });
}

/** What a row's status column says, or else whether its end date lies in the past. */
export function statusAfter(
  { status, row, notes }: Pick<ReadRow, "status" | "row" | "notes">,
  endDate: string | null,
  today: string,
): PersonStatus {
  const byDate = endDate !== null && endDate < today ? "inactive" : "active";
  if (status === null) return byDate;
  // Whoever has left without a date is told by the status alone; an active person whose end has passed is not.
  if (status === "active" && byDate === "inactive" && !notes.some(isAgainstEnd))
    notes.push({ row, code: "status-against-end", field: "status", value: endDate ?? "" });
  return status;
}

const isAgainstEnd = ({ code }: RowNote) => code === "status-against-end";

function mergedFacts(
  { facts, written, fallbackName }: ReadRow,
  person: PersonRecord | null,
): PersonFacts {
  const merged: Partial<PersonFacts> = {};
  for (const field of PERSON_FIELDS) {
    // What is stored in the very words of the file is not another for being understood.
    const same =
      person !== null && written[field] !== undefined && person[field] === written[field];
    const stated = same ? undefined : facts[field];
    Object.assign(merged, { [field]: stated === undefined ? (person?.[field] ?? null) : stated });
  }
  return { ...(merged as PersonFacts), name: merged.name ?? fallbackName ?? "" };
}
