export const CORE_USER = "urn:ietf:params:scim:schemas:core:2.0:User";
export const ENTERPRISE_USER = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** What is kept of a user, each by a short name. */
export type UserFacts = {
  userName: string | null;
  externalId: string | null;
  displayName: string | null;
  formatted: string | null;
  givenName: string | null;
  familyName: string | null;
  nickName: string | null;
  title: string | null;
  userType: string | null;
  preferredLanguage: string | null;
  timezone: string | null;
  email: string | null;
  country: string | null;
  locality: string | null;
  employeeNumber: string | null;
  department: string | null;
  division: string | null;
  /** An id, or what else the provider calls them. */
  manager: string | null;
  active: boolean | null;
};

export type UserFact = keyof UserFacts;

export type UserAttribute = {
  fact: UserFact;
  /** As SCIM calls it: an attribute, or a sub-attribute after a point. */
  path: string;
  schema: typeof CORE_USER | typeof ENTERPRISE_USER;
  type: "string" | "boolean" | "reference";
  /** Two values that differ in letter case are two. */
  caseExact?: boolean;
  required?: boolean;
  /** What it is in the directory, for whoever maps attributes; left out, it is kept for the provider alone. */
  becomes?: string;
};

/** Every attribute that is kept, in the order in which /Schemas tells them. `docs/provisioning.md` is held to it. */
export const USER_ATTRIBUTES: readonly UserAttribute[] = [
  { fact: "userName", path: "userName", schema: CORE_USER, type: "string", required: true },
  { fact: "externalId", path: "externalId", schema: CORE_USER, type: "string", caseExact: true },
  core("displayName", "displayName", "name"),
  core("formatted", "name.formatted", "name, where there is no displayName"),
  core("givenName", "name.givenName", "given name"),
  core("familyName", "name.familyName", "family name"),
  core("nickName", "nickName", "preferred name"),
  core("title", "title", "job title"),
  core("userType", "userType", "type of employment"),
  core("preferredLanguage", "preferredLanguage", "language, if Twohats speaks it"),
  core("timezone", "timezone", "time zone"),
  {
    ...core("active", "active", "status: active, or inactive at once"),
    type: "boolean",
  },
  core("email", "emails.value", "e-mail address: the one of type work, else the primary one"),
  core("country", "addresses.country", "country, of the address of type work"),
  core("locality", "addresses.locality", "location, of the address of type work"),
  enterprise("employeeNumber", "employeeNumber", "employee id"),
  enterprise("department", "department", "department"),
  enterprise("division", "division", "division"),
  { ...enterprise("manager", "manager.value", "manager"), type: "reference" },
];

/** Attributes of which there may be several, and one is kept. */
export const MULTIPLE = ["emails", "addresses"] as const;
export type Multiple = (typeof MULTIPLE)[number];

function core(fact: UserFact, path: string, becomes: string): UserAttribute {
  return { fact, path, schema: CORE_USER, type: "string", becomes };
}

function enterprise(fact: UserFact, path: string, becomes: string): UserAttribute {
  const caseExact = fact === "employeeNumber";
  return { fact, path, schema: ENTERPRISE_USER, type: "string", becomes, caseExact };
}

const byPath = new Map(
  USER_ATTRIBUTES.map((attribute) => [keyOf(attribute.schema, attribute.path), attribute]),
);

/** The attribute at a path, in any letter case; undefined for one that is not kept. */
export function userAttribute(
  schema: UserAttribute["schema"],
  path: string,
): UserAttribute | undefined {
  return byPath.get(keyOf(schema, path));
}

/** How an attribute is written in full, such as in a refusal. */
export function written({ schema, path }: Pick<UserAttribute, "schema" | "path">): string {
  return schema === CORE_USER ? path : `${schema}:${path}`;
}

function keyOf(schema: string, path: string): string {
  return `${schema} ${path}`.toLowerCase();
}
