import { requireRecentAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { tooBusy } from "~/platform/errors/too-busy.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { csvResponse } from "~/platform/tables/write-csv.server.ts";
import { problemText } from "../problem-text.ts";
import { reviewPeopleImport } from "../review-people-import.server.ts";
import type { Route } from "./+types/import-rejected";

/**
 * The rejected rows as they were in the file, each with its row number and what is wrong, to be put right and uploaded.
 * They are of people, so for whoever showed lately who they are.
 */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = await requireRecentAdmin(context, request);
  const outcome = await reviewPeopleImport(getPlatform(context), actor, params.importId);
  if (!outcome.ok && outcome.reason === "busy") throw tooBusy();
  if (!outcome.ok || outcome.value.state !== "planned") throw notFound();
  const { plan, header } = outcome.value;
  const t = readerTexts().getFixedT(null, "people-import");
  return csvResponse(t("review.rejectedFile"), [
    [t("review.table.row"), t("review.table.problem"), ...header],
    ...plan.rejected.map(({ row, problems, cells }) => [
      String(row),
      problems.map((problem) => problemText(problem, t)).join(" "),
      ...cells,
    ]),
  ]);
}
