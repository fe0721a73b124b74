import type { DirectoryPerson, PersonStatus } from "../person.ts";
import { emailKey, nameKey } from "./clean-text.ts";
import type { Candidate } from "./match-people.ts";
import type { PersonKey } from "./plan.ts";
import type { Problem } from "./problem.ts";
import type { ManagerClaim } from "./read-row.ts";

type Known = { key: PersonKey; status: PersonStatus };
export type FoundManager = { key: PersonKey } | { problem: Problem };
type Claim = Exclude<ManagerClaim, string>;

const NAME_WITH_ID = /^(.+?)\s*[([]([^()[\]]+)[)\]]$/u;

/**
 * Looks up managers as files name them: by employee id, then e-mail address, then name. What the file says about
 * someone counts before what the directory said until now.
 */
export class ManagerFinder {
  readonly #byId = new Map<string, PersonKey>();
  readonly #byEmail = new Map<string, PersonKey>();
  readonly #byName = new Map<string, Map<PersonKey, PersonStatus>>();

  constructor(candidates: Candidate[], existing: DirectoryPerson[]) {
    const inFile = new Set(candidates.map(({ key }) => key));
    for (const { key, facts, person, fallbackName } of candidates) {
      this.#add({ key, status: "active" }, facts.employeeId, facts.email);
      this.#addNames({ key, status: "active" }, { ...person, ...facts }, fallbackName);
    }
    for (const person of existing) {
      const known = { key: person.id, status: person.status };
      this.#add(known, person.employeeId, person.email);
      if (!inFile.has(person.id)) this.#addNames(known, person, null);
    }
  }

  /** The manager a row claims, or why they cannot be told. */
  find({ manager, managerEmail, managerId }: Claim): FoundManager {
    const byId = managerId ? this.#byId.get(managerId) : undefined;
    const byEmail = managerEmail ? this.#byEmail.get(emailKey(managerEmail)) : undefined;
    if (byId && byEmail && byId !== byEmail) {
      const value = `${managerId}, ${managerEmail}`;
      return { problem: { code: "managers-disagree", field: "managerId", value } };
    }
    const key = byId ?? byEmail;
    if (key) return { key };
    if (manager) return this.#findByAnything(manager);
    const field = managerId ? "managerId" : "managerEmail";
    return { problem: { code: "manager-unknown", field, value: managerId ?? managerEmail ?? "" } };
  }

  #findByAnything(text: string): FoundManager {
    const key = this.#byEmail.get(emailKey(text)) ?? this.#byId.get(text);
    if (key) return { key };
    const named = this.#findByName(text);
    if (named !== "unknown") return named;
    const [, name, inBrackets] = NAME_WITH_ID.exec(text) ?? [];
    if (name && inBrackets) return this.#findByAnything(inBrackets);
    return { problem: { code: "manager-unknown", field: "manager", value: text } };
  }

  #findByName(text: string): FoundManager | "unknown" {
    const all = [...(this.#byName.get(nameKey(text)) ?? [])];
    const active = all.filter(([, status]) => status === "active");
    const [only, ...others] = active.length > 0 ? active : all;
    if (!only) return "unknown";
    if (others.length === 0) return { key: only[0] };
    return { problem: { code: "manager-not-unique", field: "manager", value: text } };
  }

  #add({ key }: Known, employeeId?: string | null, email?: string | null): void {
    if (employeeId && !this.#byId.has(employeeId)) this.#byId.set(employeeId, key);
    if (email && !this.#byEmail.has(emailKey(email))) this.#byEmail.set(emailKey(email), key);
  }

  #addNames(
    { key, status }: Known,
    facts: Partial<DirectoryPerson>,
    fallbackName: string | null,
  ): void {
    for (const name of namesOf(facts, fallbackName)) {
      const keys = this.#byName.get(name) ?? new Map<PersonKey, PersonStatus>();
      this.#byName.set(name, keys.set(key, status));
    }
  }
}

/** The ways in which a file may write someone's name. */
function namesOf(facts: Partial<DirectoryPerson>, fallbackName: string | null): Set<string> {
  const { name, givenName, familyName, preferredName } = facts;
  const names = [name, fallbackName, preferredName];
  if (familyName) {
    for (const first of [givenName, preferredName]) {
      if (first) names.push(`${first} ${familyName}`, `${familyName}, ${first}`);
    }
  }
  return new Set(names.flatMap((each) => (each ? [nameKey(each)] : [])));
}
