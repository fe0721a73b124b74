import fc from "fast-check";
import { expect, test } from "vitest";
import {
  DATE_FIELDS,
  PERSON_FIELDS,
  type PersonRecord,
  TEXT_FIELDS,
} from "~/features/people/domain/person.ts";
import { personRecord } from "~/features/people/testing/person-record.ts";
import { importRequest } from "../testing/import-requests.ts";
import { findLoops } from "./find-loops.ts";
import type { ImportPlan } from "./plan.ts";
import { planImport } from "./plan-import.ts";

const HEADER = "Employee Id | Email | Name | Manager | Start date";
const id = fc.constantFrom("", "1", "2", "3", "4", "5", "6");
const email = fc.constantFrom("", "a@x.org", "b@x.org", "B@x.org", "c@x.org", "d@x.org", "bad");
const name = fc.constantFrom("", "Ana", "Bo", "Cy", "Dia", "Eve");
const manager = fc.oneof(id, email, name);
const day = fc.constantFrom("", "2024-01-31", "31/02/2024");
const line = fc.tuple(id, email, name, manager, day).map((cells) => cells.join(" | "));

const directory = fc
  .array(fc.tuple(fc.option(fc.constantFrom("a", "b", "c", "d")), name, fc.nat()), { maxLength: 4 })
  .map((people) =>
    people.map(([address, personName, manages], index) =>
      personRecord({
        id: `p${index}`,
        employeeId: index % 2 === 0 ? String(index + 1) : null,
        email:
          address && people.findIndex(([other]) => other === address) === index
            ? `${address}@x.org`
            : null,
        name: personName || "Zed",
        managerId: index === 0 ? null : `p${manages % index}`,
      }),
    ),
  );

/** The directory as it would be after confirming the plan. */
function applied(plan: ImportPlan, existing: PersonRecord[]): PersonRecord[] {
  const people = new Map(existing.map((person) => [person.id, person]));
  for (const { key, facts, managerKey, status, workingDays } of [...plan.new, ...plan.changed]) {
    const rest = { status, workingDays, external: false };
    people.set(key, { ...facts, ...rest, id: key, managerId: managerKey });
  }
  return [...people.values()];
}

const requests = fc
  .tuple(fc.array(line, { maxLength: 7 }), directory)
  .map(([lines, existing]) => importRequest([HEADER, ...lines], existing));

test("every row ends up in exactly one list, and the same request gives the same plan", () => {
  fc.assert(
    fc.property(requests, (request) => {
      const plan = planImport(request);
      const rows = [plan.new, plan.changed, plan.unchanged, plan.rejected].flat().map((p) => p.row);
      expect(rows.toSorted((a, b) => a - b)).toEqual(request.rows.map(({ row }) => row));
      expect(planImport(request)).toEqual(plan);
    }),
  );
});

test("what is accepted leaves a directory without loops, missing managers or shared identifiers", () => {
  fc.assert(
    fc.property(requests, (request) => {
      const after = applied(planImport(request), request.existing);
      const byId = new Map(after.map((person) => [person.id, person]));
      for (const { managerId } of after) if (managerId) expect(byId.has(managerId)).toBe(true);
      expect(findLoops(byId.keys(), (key) => byId.get(key)?.managerId)).toEqual([]);
      for (const field of ["employeeId", "email"] as const) {
        const used = after.flatMap((person) => person[field]?.toLowerCase() ?? []);
        expect(new Set(used).size).toBe(used.length);
      }
    }),
    { numRuns: 2_000 },
  );
});

test("every rejected row says why", () => {
  fc.assert(
    fc.property(requests, (request) => {
      for (const { problems } of planImport(request).rejected) {
        expect(problems.length).toBeGreaterThan(0);
        expect(new Set(problems.map(({ code }) => code)).size).toBe(problems.length);
      }
    }),
  );
});

test("importing the same file again changes nothing more", () => {
  fc.assert(
    fc.property(requests, (request) => {
      const first = planImport(request);
      fc.pre(first.rejected.length === 0);
      const again = planImport({ ...request, existing: applied(first, request.existing) });
      expect([again.new, again.changed, again.rejected]).toEqual([[], [], []]);
    }),
  );
});

test("people the file does not mention stay exactly as they are", () => {
  fc.assert(
    fc.property(requests, (request) => {
      const plan = planImport(request);
      const after = new Map(applied(plan, request.existing).map((person) => [person.id, person]));
      const before = new Map(request.existing.map((person) => [person.id, person]));
      for (const { personId } of plan.absent) {
        expect(after.get(personId)).toBe(before.get(personId));
      }
    }),
  );
});

test("of ten thousand people, whoever changed is planned and nobody else", () => {
  const count = 10_000;
  const facts = Object.fromEntries([
    ...TEXT_FIELDS.map((field) => [field, `some ${field}`]),
    ...DATE_FIELDS.map((field) => [field, "2024-01-31"]),
  ]);
  const existing = Array.from({ length: count }, (_, index) =>
    personRecord({
      ...facts,
      id: `p${index}`,
      employeeId: String(index),
      email: `p${index}@x.org`,
      managerId: index === 0 ? null : `p${Math.floor(index / 8)}`,
    }),
  );
  const rows = existing.map((person, index) => ({
    row: index + 2,
    cells: [
      ...PERSON_FIELDS.map((field) => person[field] ?? ""),
      index === 0 ? "" : `p${Math.floor(index / 8) + (index % 100 === 0 ? 1 : 0)}@x.org`,
    ],
  }));
  const columns = [...PERSON_FIELDS, "managerEmail" as const];
  const settings = { columns, dateOrder: null, emptyCells: "clear" as const };
  const plan = planImport({ rows, settings, existing, today: "2020-01-01" });
  expect(plan.changed.length + plan.unchanged.length).toBe(count);
  expect(plan.changed).toHaveLength(99);
});
