import { sql } from "kysely";
import type { Directory } from "~/features/identity/index.ts";
import { statusOf } from "./store.server.ts";

/** How people stand, for deciding who is in. */
export const directory: Directory = {
  standingOf: async (tx, scope, personIds) => {
    if (personIds.length === 0) return new Map();
    const rows = await tx
      .selectFrom("person")
      .where("organisationId", "=", scope.organisationId)
      .where("id", "=", sql<string>`ANY(${personIds}::uuid[])`)
      .select(["id", "status", "inactiveSince", "linkVersion", "language"])
      .execute();
    return new Map(
      rows.map(({ id, status, ...row }) => [id, { ...row, active: statusOf(status) === "active" }]),
    );
  },
};
