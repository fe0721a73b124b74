import {
  emailKey,
  nameKey,
  type PersonFacts,
  type PersonRecord,
  type PersonStatus,
} from "~/features/people/domain/index.ts";
import type { Candidate } from "./match-people.ts";
import type { PersonKey } from "./plan.ts";
import type { Problem } from "./problem.ts";
import type { ManagerClaim } from "./read-row.ts";

type Known = { key: PersonKey; status: PersonStatus; facts: PersonFacts };
type Claim = Exclude<ManagerClaim, string>;
type Names = Map<string, Set<Known>>;

export type FoundManager =
  /** `written` is the name in the file, where the person writes it in another way. */
  { key: PersonKey; written?: string } | { problem: Problem };

const NAME_AND_BRACKETS = /^(.+?)\s*[([]([^()[\]]+)[)\]]$/u;

/**
 * Looks up managers as files name them: by employee id, then e-mail address, then name. Of people
 * in the file counts what it says about them: the same file means the same before and after it was imported.
 */
export class ManagerFinder {
  readonly #byId = new Map<string, PersonKey>();
  readonly #byEmail = new Map<string, PersonKey>();
  readonly #byName: Names = new Map();
  readonly #byOtherName: Names = new Map();
  /** By the words of a name in any order, without accents and initials. */
  readonly #byWords: Names = new Map();

  constructor(candidates: Candidate[], existing: PersonRecord[]) {
    const inFile = new Set(candidates.map(({ key }) => key));
    const outside = existing
      // Nobody reports to someone from outside.
      .filter(({ id, external }) => !external && !inFile.has(id))
      .map((person) => ({ key: person.id, status: person.status, facts: person }));
    for (const known of [...candidates, ...outside]) this.#addIdentifiers(known);
    for (const candidate of candidates) this.#addNames(candidate, candidate.file.fallbackName);
    for (const known of outside) this.#addNames(known, null);
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
    const [, name, inBrackets] = NAME_AND_BRACKETS.exec(text) ?? [];
    const key = this.#findByIdentifier(text) ?? (inBrackets && this.#findByIdentifier(inBrackets));
    if (key) return { key };
    const whole = this.#named(text);
    const exact = whole.length > 0 || !name ? whole : this.#named(name);
    const alike = exact.length > 0 ? [] : [...(this.#byWords.get(wordsKey(name ?? text)) ?? [])];
    const found = exact.length > 0 ? exact : alike;
    const active = found.filter(({ status }) => status === "active");
    const [only, ...others] = new Set((active.length > 0 ? active : found).map(({ key }) => key));
    if (only && others.length === 0)
      return { key: only, ...(alike.length > 0 && { written: text }) };
    const code = only ? "manager-not-unique" : "manager-unknown";
    return { problem: { code, field: "manager", value: text } };
  }

  #findByIdentifier(text: string): PersonKey | undefined {
    return this.#byEmail.get(emailKey(text)) ?? this.#byId.get(text);
  }

  #named(text: string): Known[] {
    const key = nameKey(text);
    return [...(this.#byName.get(key) ?? this.#byOtherName.get(key) ?? [])];
  }

  #addIdentifiers({ key, facts: { employeeId, email } }: Known): void {
    if (employeeId && !this.#byId.has(employeeId)) this.#byId.set(employeeId, key);
    if (email && !this.#byEmail.has(emailKey(email))) this.#byEmail.set(emailKey(email), key);
  }

  #addNames(known: Known, fallbackName: string | null): void {
    addName(this.#byName, known.facts.name, known);
    for (const name of otherNames(known.facts)) addName(this.#byOtherName, name, known);
    if (fallbackName) addName(this.#byOtherName, fallbackName, known);
    const { name, givenName, familyName, preferredName } = known.facts;
    const parts = [givenName, preferredName].flatMap((first) =>
      first && familyName ? [`${first} ${familyName}`] : [],
    );
    for (const each of new Set([name, ...parts].map(wordsKey))) {
      if (each.includes(" ")) addName(this.#byWords, each, known);
    }
  }
}

/** Other ways in which files write someone's name. */
function otherNames({ givenName, familyName, preferredName }: PersonFacts): string[] {
  const names = preferredName ? [preferredName] : [];
  for (const first of [givenName, preferredName]) {
    if (first && familyName) {
      names.push(`${first} ${familyName}`, `${familyName}, ${first}`, `${familyName} ${first}`);
    }
  }
  return names;
}

/** "QUAY, Ada K." and "Ada Quay" have the same. */
function wordsKey(name: string): string {
  return nameKey(name)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .split(/[\s,.]+/)
    .filter((word) => word.length > 1 || !/[a-z]/.test(word))
    .filter((word) => word !== "")
    .sort()
    .join(" ");
}

function addName(names: Names, name: string, known: Known): void {
  const key = nameKey(name);
  if (!key) return;
  const others = names.get(key);
  if (others) others.add(known);
  else names.set(key, new Set([known]));
}
