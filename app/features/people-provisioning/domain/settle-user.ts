import {
  listedZone,
  PERSON_FIELDS,
  type PersonFacts,
  type PersonField,
  personInput,
} from "~/features/people/domain/index.ts";
import type { UserChanges } from "./read-user.ts";
import { badRequest, type Read } from "./scim-fault.ts";
import { USER_ATTRIBUTES, type UserFact, type UserFacts, written } from "./user-attributes.ts";

/** What a provider said that the directory keeps in another form or not at all, and all it ever said anything about. */
export type Said = {
  displayName: string | null;
  formatted: string | null;
  preferredLanguage: string | null;
  timezone: string | null;
  sent: UserFact[];
};

export const NOTHING_SAID: Said = {
  displayName: null,
  formatted: null,
  preferredLanguage: null,
  timezone: null,
  sent: [],
};

export type SettledUser = {
  userName: string;
  externalId: string | null;
  said: Said;
  facts: PersonFacts;
  active: boolean;
  /** Left out: as it was. */
  manager?: string | null;
};

type Before = { said: Said; userName: string; externalId: string | null };

const LONGEST = 254;

/** What of the directory each of these becomes as it is. */
const AS_IT_IS = {
  givenName: "givenName",
  familyName: "familyName",
  nickName: "preferredName",
  title: "jobTitle",
  userType: "employmentType",
  country: "country",
  locality: "location",
  employeeNumber: "employeeId",
  department: "department",
  division: "division",
} as const satisfies Partial<Record<UserFact, PersonField>>;

/** What is known of a user, as their attributes have it. `link`: null while no provider keeps them. */
export function factsOf(
  person: PersonFacts & { status: string },
  link: Before | null,
  manager: string | null,
): UserFacts {
  const own = Object.entries(AS_IT_IS).map(([fact, field]) => [fact, person[field]]);
  const { displayName, formatted } = link?.said ?? NOTHING_SAID;
  return {
    ...(Object.fromEntries(own) as Pick<UserFacts, keyof typeof AS_IT_IS>),
    userName: link?.userName ?? null,
    externalId: link?.externalId ?? null,
    ...{ displayName, formatted, email: person.email },
    preferredLanguage: person.language,
    timezone: person.timezone,
    manager,
    active: person.status === "active",
  };
}

/**
 * What changes of a user make of a record, `before` null for somebody new; or what is wrong with them, by attribute.
 * Only what was changed is looked at: what HR keeps beside it stays as it is. `spoken`: languages people can read in.
 */
export function settleUser(
  now: UserFacts | null,
  changes: UserChanges,
  before: { person: PersonFacts | null; said: Said },
  spoken: readonly string[],
): Read<SettledUser> {
  const all: UserChanges = { ...now, ...changes };
  const { userName, externalId = null } = all;
  if (!userName) return badRequest("invalidValue", "userName is required.");
  for (const [path, text] of Object.entries({ userName, externalId, manager: all.manager }))
    if (text && text.length > LONGEST)
      return badRequest("invalidValue", `${path} may have at most ${LONGEST} letters.`);
  const said = saidAfter(before.said, changes);
  const facts: Partial<PersonFacts> = {};
  for (const [fact, field] of Object.entries(AS_IT_IS))
    if (changes[fact as UserFact] !== undefined)
      Object.assign(facts, { [field]: changes[fact as UserFact] });
  if (NAMING.some((fact) => changes[fact] !== undefined))
    facts.name = nameIn(all) ?? before.person?.name ?? userName;
  else if (!before.person) facts.name = userName;
  const email = emailAfter(now, changes);
  if (email !== undefined) facts.email = email;
  const language = changes.preferredLanguage;
  if (language !== undefined) {
    const known = language === null ? null : spokenLanguage(language, spoken);
    if (known !== undefined) facts.language = known;
  }
  const zone = changes.timezone;
  if (zone !== undefined) {
    facts.timezone = zone === null ? null : listedZone(zone);
    if (zone !== null && facts.timezone === null)
      return badRequest("invalidValue", `timezone "${zone.slice(0, 100)}" is no time zone.`);
  }
  const fits = checked(facts);
  if (!fits.ok) return fits;
  const unknown = Object.fromEntries(PERSON_FIELDS.map((field) => [field, null]));
  const person = { ...unknown, name: userName, ...before.person, ...fits.value };
  return {
    ok: true,
    value: {
      ...{ userName, externalId, said },
      facts: Object.fromEntries(
        PERSON_FIELDS.map((field) => [field, person[field]]),
      ) as PersonFacts,
      active: all.active ?? true,
      ...(changes.manager === undefined ? {} : { manager: changes.manager }),
    },
  };
}

/**
 * What a PUT changes: what it says, and what it leaves out of all that the provider ever said. What only HR has said is
 * not the provider's to empty.
 */
export function replacing(changes: UserChanges, { sent }: Said): UserChanges {
  const left = sent.filter((fact) => fact !== "userName" && fact !== "active");
  return { ...Object.fromEntries(left.map((fact) => [fact, null])), ...changes };
}

const NAMING = ["displayName", "formatted", "givenName", "familyName"] as const;

/** The name people go by: as it is displayed, else written out, else put together. */
function nameIn({ displayName, formatted, givenName, familyName }: UserChanges): string | null {
  const together = [givenName, familyName].filter(Boolean).join(" ");
  return displayName || formatted || together || null;
}

/**
 * The address after these changes; undefined: as it was. A user name that is an address is theirs where no other one
 * is given, and while it is, another user name is another address.
 */
function emailAfter(
  now: UserFacts | null,
  { email, userName }: UserChanges,
): string | null | undefined {
  const named = userName ?? now?.userName ?? "";
  const ofName = named.includes("@") ? named : null;
  if (email) return email;
  if (email === null) return ofName;
  if (now === null || now.email === null) return userName === undefined ? undefined : ofName;
  const follows = now.email.toLowerCase() === now.userName?.toLowerCase();
  return follows && userName ? ofName : undefined;
}

/** The language of a tag such as "de-AT" that people can read in; undefined for one that nobody can. */
export function spokenLanguage(tag: string, spoken: readonly string[]): string | undefined {
  const [base = ""] = tag.toLowerCase().split(/[-_,;]/);
  return spoken.find((language) => language === tag) ?? spoken.find((each) => each === base);
}

function saidAfter(before: Said, changes: UserChanges): Said {
  const kept = ["displayName", "formatted", "preferredLanguage", "timezone"] as const;
  const said = Object.fromEntries(
    kept.map((fact) => [fact, changes[fact] === undefined ? before[fact] : changes[fact]]),
  );
  const sent = USER_ATTRIBUTES.map(({ fact }) => fact).filter(
    (fact) => before.sent.includes(fact) || (changes[fact] ?? null) !== null,
  );
  return { ...(said as Omit<Said, "sent">), sent };
}

const FACT_OF = new Map<string, UserFact>([
  ...Object.entries(AS_IT_IS).map(([fact, field]): [string, UserFact] => [field, fact as UserFact]),
  ["name", "displayName"],
  ["email", "email"],
  ["language", "preferredLanguage"],
  ["timezone", "timezone"],
]);

/** As what is typed by hand is checked, field by field. */
function checked(facts: Partial<PersonFacts>): Read<Partial<PersonFacts>> {
  for (const [field, text] of Object.entries(facts)) {
    if (text === null) continue;
    const one = personInput.shape[field as PersonField].safeParse(text);
    if (one.success) continue;
    const attribute = USER_ATTRIBUTES.find(({ fact }) => fact === FACT_OF.get(field));
    const path = attribute ? written(attribute) : field;
    const tooLong = one.error.issues.some(({ code }) => code === "too_big");
    return badRequest("invalidValue", `${path} is ${tooLong ? "too long" : "malformed"}.`);
  }
  return { ok: true, value: facts };
}
