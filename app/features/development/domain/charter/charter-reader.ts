import type { Actor } from "~/features/identity/domain/index.ts";
import type { Charter } from "./charter.ts";

/** As what somebody reads a charter: whose job it is, or with whom it is agreed. */
export type CharterReader = "own" | "partner";

export type CharterFactsOfPerson = {
  isHere: boolean;
  /** Whom they report to now. */
  managerId: string | null;
};

/**
 * Who reads a charter; null for everybody else. A draft is its person's alone. What was proposed or signed, whoever
 * leads them now reads where it is agreed with their manager, and HR where it is agreed with HR; nobody agrees with
 * themselves. Whoever left reads none, and of who left nobody else does.
 */
export function readerOfCharter(
  { personId, role }: Pick<Actor, "personId" | "role">,
  { personId: ownerId, partner, state }: Pick<Charter, "personId" | "partner" | "state">,
  { isHere, managerId }: CharterFactsOfPerson,
): CharterReader | null {
  if (role === "leaver") return null;
  if (personId !== null && personId === ownerId) return "own";
  if (!isHere || state === "draft") return null;
  const isPartner =
    partner === "hr" ? role === "admin" : personId !== null && personId === managerId;
  return isPartner ? "partner" : null;
}
