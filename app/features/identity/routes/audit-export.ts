import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { csvResponse } from "~/platform/tables/write-csv.server.ts";
import { readAuditQuery } from "../audit/audit-query.ts";
import { auditRow } from "../audit/audit-row.server.ts";
import { auditedContext } from "../audit/audited-context.server.ts";
import { exportAudit } from "../audit/read-audit.server.ts";
import { requireRecentAdmin } from "../recent/require-recent.server.ts";
import type { Route } from "./+types/audit-export";

const COLUMNS = ["day", "time", "said", "who", "about"] as const;

/** What the page shows of a span, all of it, as a file. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = await requireRecentAdmin(context, request);
  const query = readAuditQuery(new URL(request.url).searchParams);
  const found = await exportAudit(getPlatform(context), context.get(auditedContext), actor, query);
  if (!found) throw notFound();
  const t = readerTexts().getFixedT(null, "audit");
  return csvResponse(t("fileName"), [
    COLUMNS.map((column) => t(`columns.${column}`)),
    ...found.lines.map((line) => auditRow(line, found.zone)),
  ]);
}
