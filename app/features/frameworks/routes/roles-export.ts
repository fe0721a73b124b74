import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { csvResponse } from "~/platform/tables/write-csv.server.ts";
import { xlsxResponse } from "~/platform/tables/write-xlsx.server.ts";
import { roleHeader } from "../domain/roles/table-columns.ts";
import { readyAsTable, rolesAsTable } from "../roles/export-roles.server.ts";
import { todayHere } from "../roles/today-here.server.ts";
import type { Route } from "./+types/roles-export";

/** Roles as a table: all, one (`role`), or those ready to copy as a pattern to fill (`ready`). */
export async function loader({ context, request, params: { format } }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  if (format !== "csv" && format !== "xlsx") throw notFound();
  const query = new URL(request.url).searchParams;
  const rows = await inOrganisation(platform, actor, async (tx) => {
    const today = await todayHere(platform, tx, actor);
    if (query.has("ready")) return readyAsTable(tx, actor, today);
    return rolesAsTable(tx, actor, { today, only: query.get("role") });
  });
  if (!rows) throw notFound();
  return format === "csv"
    ? csvResponse("roles", [roleHeader, ...rows])
    : xlsxResponse("roles", { title: "Roles", columns: roleHeader, rows });
}
