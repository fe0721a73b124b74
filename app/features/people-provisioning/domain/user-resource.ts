import { listedZone, type PersonFacts } from "~/features/people/domain/index.ts";
import type { Json } from "./read-value.ts";
import { type Said, spokenLanguage } from "./settle-user.ts";
import { CORE_USER, ENTERPRISE_USER } from "./user-attributes.ts";

/** Somebody whom a provider keeps. */
export type User = PersonFacts & {
  id: string;
  status: string;
  revision: number;
  userName: string;
  externalId: string | null;
  said: Said;
  /** Of their manager, when a provider keeps them too. */
  managerId: string | null;
  awaitedManager: string | null;
  version: number;
  created: Date;
  changed: Date;
};

/** Where resources are, such as "https://hats.example/scim/v2". */
export type Base = string;

/** Another one after every change, by whomever. */
export function versionOf({ revision, version }: Pick<User, "revision" | "version">): string {
  return `W/"${revision}.${version}"`;
}

/** A user as SCIM has them; what is not known is left out. `spoken`: languages people can read in. */
export function userResource(user: User, base: Base, spoken: readonly string[]): Json {
  const { said } = user;
  const language = said.preferredLanguage;
  const zone = said.timezone;
  const saysLanguage =
    language !== null && (spokenLanguage(language, spoken) ?? user.language) === user.language;
  const place = present({ country: user.country, locality: user.location });
  const manager = user.managerId ?? user.awaitedManager;
  const work = present({
    employeeNumber: user.employeeId,
    department: user.department,
    division: user.division,
    manager: manager && {
      value: manager,
      ...(user.managerId ? { $ref: `${base}/Users/${user.managerId}` } : {}),
    },
  });
  const hasWork = Object.keys(work).length > 0;
  return present({
    schemas: hasWork ? [CORE_USER, ENTERPRISE_USER] : [CORE_USER],
    id: user.id,
    externalId: user.externalId,
    userName: user.userName,
    displayName: user.name,
    name: present({
      formatted: said.formatted ?? user.name,
      givenName: user.givenName,
      familyName: user.familyName,
    }),
    nickName: user.preferredName,
    title: user.jobTitle,
    userType: user.employmentType,
    preferredLanguage: saysLanguage ? language : user.language,
    timezone: zone !== null && listedZone(zone) === user.timezone ? zone : user.timezone,
    active: user.status === "active",
    emails: user.email && [{ value: user.email, type: "work", primary: true }],
    addresses: Object.keys(place).length > 0 && [{ ...place, type: "work" }],
    [ENTERPRISE_USER]: hasWork && work,
    meta: {
      resourceType: "User",
      created: user.created.toISOString(),
      lastModified: user.changed.toISOString(),
      location: `${base}/Users/${user.id}`,
      version: versionOf(user),
    },
  });
}

/** What there is: without nulls, and without what is false because there is nothing. */
function present(object: Record<string, unknown>): Json {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([key, value]) => value !== null && (value !== false || key === "active"),
    ),
  );
}
