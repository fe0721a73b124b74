import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { type Framework, parseFramework } from "./domain/framework.ts";

/** Which framework is meant: one of the organisation's own by its id, or a built-in version. */
type FrameworkRef = { id: string } | { key: string; version: number };

/** A framework that something refers to. Throws when it is gone. */
export async function frameworkOf(
  tx: Tx,
  { organisationId }: OrganisationScope,
  ref: FrameworkRef,
): Promise<Framework> {
  const row = await ("id" in ref
    ? tx
        .selectFrom("framework")
        .where("organisationId", "=", organisationId)
        .where("id", "=", ref.id)
        .select("definition")
        .executeTakeFirstOrThrow()
    : tx
        .selectFrom("content.framework")
        .where("key", "=", ref.key)
        .where("version", "=", ref.version)
        .select("definition")
        .executeTakeFirstOrThrow());
  return parseFramework(row.definition);
}

/** The ids of an organisation's own frameworks with a key, as a part of someone else's query. */
export function frameworksCalled(tx: Tx, { organisationId }: OrganisationScope, key: string) {
  return tx
    .selectFrom("framework")
    .where("framework.organisationId", "=", organisationId)
    .where("framework.key", "=", key)
    .select("framework.id");
}
