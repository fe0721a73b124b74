/**
 * Statements that may name a table of organisations without an organisation, and why. There is no other way past the
 * check.
 */
const ALLOWED: readonly { text: RegExp; why: string }[] = [
  {
    text: /^select "organisation_id", .* from "membership" where "account_id" = \$1 order by "organisation_id"$/,
    why: "Someone who signs in: in which organisations is what is asked.",
  },
  {
    text: /^select "id" from "membership" limit \$1$/,
    why: "Whether this server is set up at all: whether anyone is a member of anything.",
  },
  {
    text: /^DELETE FROM auth\."user" WHERE id = \$1 AND NOT EXISTS \(SELECT 1 FROM membership WHERE account_id = \$2\)$/,
    why: "An account is of no organisation; it goes when it is a member of none.",
  },
  {
    text: /^select "organisation_id" from "sign_on_domain" where "domain" = \$1 and "verified_at" is not null order by "organisation_id"$/,
    why: "Someone who is about to sign in: which organisations have proven that a domain is theirs is what is asked.",
  },
  {
    text: /^select distinct "organisation_id" from "due" where "work" = \$1 and "due_at" <= \$2 order by "organisation_id"$/,
    why: "Which organisations have something to do is what the clock asks.",
  },
];

/** Why a statement may go without an organisation; null when it may not. */
export function allowance(statement: string): string | null {
  const text = statement.replace(/\s+/g, " ").trim();
  return ALLOWED.find((each) => each.text.test(text))?.why ?? null;
}
