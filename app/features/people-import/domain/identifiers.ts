import { emailKey, type PersonFacts, type PersonRecord } from "~/features/people/domain/index.ts";
import type { Candidate } from "./match-people.ts";
import type { Problem } from "./problem.ts";

type Field = "employeeId" | "email";
type Transfer = { taker: Candidate; holder: PersonRecord; field: Field };

const FIELDS: readonly Field[] = ["employeeId", "email"];
const CODES = { employeeId: "employee-id-in-use", email: "email-in-use" } as const;

/** Employee ids and addresses that rows of a file take over from people of the directory. */
export class Transfers {
  readonly #all: Transfer[] = [];
  readonly #byHolder = new Map<string, Transfer[]>();

  constructor(candidates: Iterable<Candidate>, existing: PersonRecord[]) {
    const holders = existing.flatMap((person) =>
      FIELDS.map((field) => [holding(field, person), person] as const),
    );
    const holderOf = new Map(holders);
    for (const taker of candidates) {
      for (const field of FIELDS) {
        const held = holding(field, taker.facts);
        const holder = held === null ? undefined : holderOf.get(held);
        if (holder && holder.id !== taker.person?.id) this.#add({ taker, holder, field });
      }
    }
  }

  /** What rows would take from people who keep it. */
  refused(afterwards: (person: PersonRecord) => PersonFacts): [Candidate, Problem][] {
    return this.#all.flatMap((transfer) => refusal(transfer, afterwards(transfer.holder)));
  }

  /** What rows would have taken from this person, who now stays as they were. */
  refusedBy(holder: PersonRecord): [Candidate, Problem][] {
    return (this.#byHolder.get(holder.id) ?? []).flatMap((transfer) => refusal(transfer, holder));
  }

  #add(transfer: Transfer): void {
    this.#all.push(transfer);
    const others = this.#byHolder.get(transfer.holder.id);
    if (others) others.push(transfer);
    else this.#byHolder.set(transfer.holder.id, [transfer]);
  }
}

function refusal(
  { taker, holder, field }: Transfer,
  holderAfterwards: PersonFacts,
): [Candidate, Problem][] {
  if (holding(field, holderAfterwards) !== holding(field, taker.facts)) return [];
  const value = `${taker.facts[field]} (${holder.name})`;
  return [[taker, { code: CODES[field], field, value }]];
}

function holding(field: Field, facts: PersonFacts): string | null {
  const value = facts[field];
  if (value === null) return null;
  return field === "email" ? `email ${emailKey(value)}` : `id ${value}`;
}
