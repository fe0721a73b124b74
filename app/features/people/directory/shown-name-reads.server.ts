import { sql } from "kysely";

/** The name others know someone by, as `displayName` makes it. */
export const shownName = (of: "person" | "manager") => {
  const [name, preferred, family] = ["name", "preferred_name", "family_name"].map((column) =>
    sql.ref(`${of}.${column}`),
  );
  return sql`CASE WHEN ${preferred} ~ '\\s' THEN ${preferred}
                  WHEN ${preferred} <> '' AND ${family} <> '' THEN ${preferred} || ' ' || ${family}
                  ELSE ${name} END`;
};
