import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { AuditCheck, Break } from "./audit-chain.ts";

/** Null before the first. */
export async function lastCheck(
  tx: Tx,
  { organisationId }: OrganisationScope,
): Promise<AuditCheck | null> {
  const row = await tx
    .selectFrom("auditCheck")
    .where("organisationId", "=", organisationId)
    .select(["checkedOn", "brokenSeal", "brokenWhy"])
    .executeTakeFirst();
  if (!row) return null;
  const { brokenSeal, brokenWhy, ...check } = row;
  const broken = brokenSeal === null ? null : { seal: brokenSeal, why: brokenWhy as Break["why"] };
  return { ...check, broken };
}

export async function saveCheck(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { broken, ...check }: AuditCheck,
): Promise<void> {
  const found = { ...check, brokenSeal: broken?.seal ?? null, brokenWhy: broken?.why ?? null };
  await tx
    .insertInto("auditCheck")
    .values({ organisationId, ...found })
    .onConflict((conflict) => conflict.column("organisationId").doUpdateSet(found))
    .execute();
}
