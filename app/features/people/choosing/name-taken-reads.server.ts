import type { Tx } from "~/platform/db/database.server.ts";
import { skeleton } from "../domain/confusable.ts";
import { displayName } from "../domain/display-name.ts";

/**
 * Whether somebody else who is active goes by a name, or by one that a hurried reader takes for it: nobody gives
 * themselves a colleague's name.
 */
export async function isNamedSo(
  tx: Tx,
  { organisationId, personId }: { organisationId: string; personId: string },
  shown: string,
): Promise<boolean> {
  const rows = await tx
    .selectFrom("person")
    .where("organisationId", "=", organisationId)
    .where("id", "!=", personId)
    .where("status", "=", "active")
    .where("external", "=", false)
    .select(["name", "preferredName", "familyName"])
    .execute();
  const looks = plain(shown);
  return rows.some((row) => plain(displayName(row)) === looks);
}

const plain = (name: string) =>
  skeleton(name)
    .replace(/[\s.'’-]+/gu, " ")
    .trim();
