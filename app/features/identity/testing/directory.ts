import type { Directory } from "../directory.ts";

/** People as their table has them: what the directory, which identity may not import, hands in at run time. */
export const testDirectory: Directory = {
  standingOf: async (tx, scope, personIds) => {
    const rows = await tx
      .selectFrom("person")
      .where("organisationId", "=", scope.organisationId)
      .where("id", "in", [...personIds])
      .select(["id", "status", "inactiveSince", "linkVersion"])
      .execute();
    return new Map(
      rows.map(({ id, status, ...rest }) => [id, { ...rest, active: status === "active" }]),
    );
  },
};
