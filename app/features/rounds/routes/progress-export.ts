import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { csvResponse } from "~/platform/tables/write-csv.server.ts";
import { xlsxResponse } from "~/platform/tables/write-xlsx.server.ts";
import { progressOrders } from "../domain/progress-order.ts";
import { progressSheet, progressTabs } from "../monitoring/progress-sheet.server.ts";
import { requireRecentRunner } from "../reach/let-into.server.ts";
import type { Route } from "./+types/progress-export";

/** A list of a running round as a file, as its page shows it; its address says of which sort. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = await requireRecentRunner(context, request, pathId(params.roundId));
  const { pathname, searchParams } = new URL(request.url);
  const tab = progressTabs.find((each) => each === searchParams.get("tab")) ?? progressTabs[0];
  const wanted = {
    tab,
    search: searchParams.get("q")?.trim() ?? "",
    order: progressOrders.find((each) => each === searchParams.get("sort")) ?? null,
  };
  const t = readerTexts().getFixedT(null, ["monitoring", "relationships"]);
  const sheet = await progressSheet(getPlatform(context), actor, pathId(params.roundId), wanted, t);
  if (!sheet) throw notFound();
  const name = t(`file.names.${tab}`);
  return pathname.endsWith(".xlsx")
    ? xlsxResponse(name, { title: t(`tabs.${tab}`), ...sheet })
    : csvResponse(name, [sheet.columns, ...sheet.rows]);
}
