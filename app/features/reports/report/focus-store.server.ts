import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

export type StoredFocus = {
  item: string;
  direction: "more" | "less" | "keep";
  nextStep: string;
  dueOn: string;
};

/** What a participant chose from a report, in their order. */
export async function focusOf(
  tx: Tx,
  { organisationId }: OrganisationScope,
  reportId: string,
): Promise<StoredFocus[]> {
  const rows = await tx
    .selectFrom("focus")
    .where("organisationId", "=", organisationId)
    .where("reportId", "=", reportId)
    .select(["item", "direction", "nextStep", "dueOn"])
    .orderBy("position")
    .execute();
  return rows.map((row) => ({ ...row, direction: row.direction as StoredFocus["direction"] }));
}

/** Puts these choices in the place of those before. Two tabs at once: the later one stands, whole. */
export async function replaceFocus(
  tx: Tx,
  { organisationId }: OrganisationScope,
  reportId: string,
  chosen: readonly StoredFocus[],
  chosenAt: Date,
): Promise<void> {
  await tx
    .selectFrom("report")
    .where("organisationId", "=", organisationId)
    .where("id", "=", reportId)
    .select("id")
    .forNoKeyUpdate()
    .execute();
  await tx
    .deleteFrom("focus")
    .where("organisationId", "=", organisationId)
    .where("reportId", "=", reportId)
    .execute();
  if (chosen.length === 0) return;
  await tx
    .insertInto("focus")
    .values(
      chosen.map((each, index) => ({
        organisationId,
        id: newId(),
        reportId,
        position: index + 1,
        chosenAt,
        ...each,
      })),
    )
    .execute();
}
