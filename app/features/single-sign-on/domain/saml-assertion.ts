/** What is looked at of an assertion, besides what the library checks: every part as it was signed. */
export type SignedAssertion = {
  issuer: string | null;
  subject: string | null;
  format: string | null;
  /** Of each way in which the subject may be confirmed. */
  confirmations: readonly { inResponseTo: string | null; recipient: string | null }[];
};

type Expected = {
  issuer: string;
  requestId: string;
  recipient: string;
};

const TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";

/**
 * Whether a signed assertion is this provider's, about somebody who stays the same, in answer to this question and for
 * this server. The envelope says so as well, but anybody can put a signed assertion into another envelope.
 */
export function isAnswer(
  { issuer, subject, format, confirmations }: SignedAssertion,
  expected: Expected,
): boolean {
  if (issuer !== expected.issuer || subject === null || format === TRANSIENT) return false;
  return confirmations.some(
    ({ inResponseTo, recipient }) =>
      inResponseTo === expected.requestId && recipient === expected.recipient,
  );
}

const ADDRESS = [
  ...["email", "mail", "emailaddress", "emailAddress", "Email", "user.email"],
  "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
  "urn:oid:0.9.2342.19200300.100.1.3",
];
const NAME = [
  ...["displayName", "displayname", "name", "cn"],
  "http://schemas.microsoft.com/identity/claims/displayname",
  "urn:oid:2.16.840.1.113730.3.1.241",
];
const EMAIL_FORMAT = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";

type Attributes = Readonly<Record<string, unknown>>;

/** What a provider says of somebody in the attributes of an assertion, by the names that providers have for it. */
export function saidIn(
  attributes: Attributes,
  { subject, format }: { subject: string; format: string | null },
  groupClaim: string | null,
): { address: string | null; name: string | null; groups: string[] | null } {
  const own = format === EMAIL_FORMAT ? subject : null;
  return {
    address: firstOf(attributes, ADDRESS) ?? own,
    name: firstOf(attributes, NAME),
    groups: groupClaim === null ? [] : groupsIn(attributes, groupClaim),
  };
}

/** Entra's, in the place of the groups of whoever is in very many. */
const TOO_MANY_GROUPS = "http://schemas.microsoft.com/claims/groups.link";

function groupsIn(attributes: Attributes, groupClaim: string): string[] | null {
  const isTold = Object.hasOwn(attributes, groupClaim);
  if (!isTold && Object.hasOwn(attributes, TOO_MANY_GROUPS)) return null;
  return texts(attributeIn(attributes, groupClaim));
}

function firstOf(attributes: Attributes, names: readonly string[]): string | null {
  for (const name of names) {
    const [text] = texts(attributeIn(attributes, name));
    if (text) return text;
  }
  return null;
}

function attributeIn(attributes: Attributes, name: string): unknown {
  return Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}

function texts(value: unknown): string[] {
  const all = Array.isArray(value) ? value : [value];
  return all.filter((each): each is string => typeof each === "string");
}
