import type { PersonRecord } from "~/features/people/domain/index.ts";
import { findLoops } from "./find-loops.ts";
import { ManagerFinder } from "./find-manager.ts";
import { Transfers } from "./identifiers.ts";
import type { Candidate } from "./match-people.ts";
import type { PersonKey } from "./plan.ts";
import type { Problem } from "./problem.ts";

type Rejection = [Candidate, Problem];

const NAMES_SHOWN_OF_LOOP = 5;

/** Rows on their way to being accepted or rejected together. */
export class Settling {
  readonly accepted: Set<Candidate>;
  readonly problems = new Map<Candidate, Problem[]>();
  readonly managers = new Map<Candidate, PersonKey | null>();
  readonly #rows: Candidate[];
  readonly #existing: PersonRecord[];
  readonly #personOf: Map<PersonKey, PersonRecord>;
  readonly #rowOf: Map<PersonKey, Candidate>;
  readonly #reports = new Map<PersonKey, Candidate[]>();
  readonly #transfers: Transfers;
  readonly #mayLackManager: (row: number) => boolean;

  constructor(
    rows: Candidate[],
    existing: PersonRecord[],
    mayLackManager: (row: number) => boolean,
  ) {
    this.#mayLackManager = mayLackManager;
    this.#rows = rows;
    this.#existing = existing;
    this.accepted = new Set(rows);
    this.#personOf = new Map(existing.map((person) => [person.id, person]));
    this.#rowOf = new Map(rows.map((row) => [row.key, row]));
    this.#transfers = new Transfers(rows, existing);
  }

  /** Rows that take an employee id or address which its holder keeps whatever else is rejected. */
  collisions(): Rejection[] {
    return this.#transfers.refused((holder) => this.#rowOf.get(holder.id)?.facts ?? holder);
  }

  /** Finds everyone's manager, and the rows in which the file does not tell who that is. */
  resolveManagers(): Rejection[] {
    const finder = new ManagerFinder(this.#rows, this.#existing);
    const unresolved: Rejection[] = [];
    for (const row of this.#rows) {
      const { manager } = row.file;
      if (manager === "unstated") this.#setManager(row, row.person?.managerId ?? null);
      else if (manager === "nobody") this.#setManager(row, null);
      else {
        const found = finder.find(manager);
        if ("problem" in found) {
          const isUnknown = found.problem.code === "manager-unknown";
          if (isUnknown && this.#mayLackManager(row.file.row))
            this.#leaveManager(row, found.problem);
          else unresolved.push([row, found.problem]);
        } else if (found.key === row.key) this.#setAtTop(row);
        else {
          this.#setManager(row, found.key);
          if (found.written !== undefined) this.#noteLikeness(row, found.written, found.key);
        }
      }
    }
    return unresolved;
  }

  /** Whoever manages themselves is at the top. */
  #setAtTop(row: Candidate): void {
    const { row: number, notes } = row.file;
    notes.push({ row: number, code: "own-manager", field: "manager", value: row.facts.name });
    this.#setManager(row, null);
  }

  /** Whoever is in the directory keeps the manager they have there. */
  #leaveManager(row: Candidate, { value = "" }: Problem): void {
    const { row: number, notes } = row.file;
    notes.push({ row: number, code: "without-manager", field: "manager", value });
    this.#setManager(row, row.person?.managerId ?? null);
  }

  #noteLikeness({ file }: Candidate, value: string, manager: PersonKey): void {
    const meant = this.#nameOf(manager);
    file.notes.push({ row: file.row, code: "manager-by-likeness", field: "manager", value, meant });
  }

  #setManager(row: Candidate, key: PersonKey | null): void {
    this.managers.set(row, key);
    if (key === null) return;
    const reports = this.#reports.get(key);
    if (reports) reports.push(row);
    else this.#reports.set(key, [row]);
  }

  /**
   * Rejects rows, and with them those that can only be accepted together with them.
   * @returns the people of the directory who therefore stay as they were.
   */
  reject(rejections: Rejection[]): PersonKey[] {
    const reverted = new Set<PersonKey>();
    let waiting = rejections;
    while (waiting.length > 0) {
      const fallen: Candidate[] = [];
      for (const [row, problem] of waiting) {
        const earlier = this.problems.get(row);
        if (earlier) earlier.push(problem);
        else this.problems.set(row, [problem]);
        if (this.accepted.delete(row)) fallen.push(row);
      }
      // Two rows about one person may fall at once; what depends on that person falls once.
      const people = new Map(fallen.map((row) => [row.key, row]));
      for (const { person } of people.values()) if (person) reverted.add(person.id);
      waiting = [...people.values()]
        .flatMap((row) => this.#dependantsOf(row))
        .filter(([dependant]) => this.accepted.has(dependant));
    }
    return [...reverted];
  }

  #dependantsOf(row: Candidate): Rejection[] {
    if (row.person) return this.#transfers.refusedBy(row.person);
    const { file, facts } = row;
    const reports = this.#reports.get(row.key) ?? [];
    return reports.flatMap((report): Rejection[] => {
      const problem: Problem = {
        code: "manager-rejected",
        field: "manager",
        value: facts.name,
        otherRow: file.row,
      };
      if (!this.#mayLackManager(report.file.row)) return [[report, problem]];
      this.#leaveManager(report, problem);
      return [];
    });
  }

  /** Rejects the accepted rows of every loop: the file cannot say which of them is wrong. */
  rejectLoops(): void {
    let starts = this.#rows.map(({ key }) => key);
    // Another loop can then only run through someone who keeps the old manager after all.
    while (starts.length > 0) {
      const loops = findLoops(starts, (key) => this.#managerOf(key));
      starts = this.reject(loops.flatMap((loop) => this.#rejectionsOf(loop)));
    }
  }

  #managerOf(key: PersonKey): PersonKey | null | undefined {
    const row = this.#rowOf.get(key);
    if (row && this.accepted.has(row)) return this.managers.get(row);
    return this.#personOf.get(key)?.managerId;
  }

  #rejectionsOf(loop: PersonKey[]): Rejection[] {
    return loop.flatMap((key, index): Rejection[] => {
      const row = this.#rowOf.get(key);
      if (!row || !this.accepted.has(row)) return [];
      const shown = Math.min(loop.length, NAMES_SHOWN_OF_LOOP);
      const names = Array.from({ length: shown }, (_, step) =>
        this.#nameOf(loop[(index + step) % loop.length] ?? key),
      );
      if (shown < loop.length) names.push("…");
      const value = [...names, row.facts.name].join(" → ");
      return [[row, { code: "manager-loop", field: "manager", value }]];
    });
  }

  #nameOf(key: PersonKey): string {
    return this.#rowOf.get(key)?.facts.name ?? this.#personOf.get(key)?.name ?? "";
  }
}
