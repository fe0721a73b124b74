import { requireRecentRunner } from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { csvResponse } from "~/platform/tables/write-csv.server.ts";
import { wholeDryRun } from "../launch/dry-run.server.ts";
import type { Route } from "./+types/dry-run-export";

const COLUMNS = ["name", "kind", "address", "requests", "language", "reminders"] as const;

/** A dry run as a file: the same letters as on the page, all of them. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = await requireRecentRunner(context, request, pathId(params.cycleId));
  const run = await wholeDryRun(getPlatform(context), actor, pathId(params.cycleId));
  if (!run) throw notFound();
  const t = readerTexts().getFixedT(null, "cycle-setup");
  return csvResponse(t("dryRun.fileName"), [
    COLUMNS.map((column) => t(`dryRun.columns.${column}`)),
    ...run.letters.map(({ name, kind, address, left, requests, language, reminders }) => [
      name,
      t(`dryRun.letter.${kind}`),
      address ?? t(left ? "dryRun.left" : "dryRun.noAddress"),
      kind === "invitation" ? String(requests) : "",
      language,
      reminders.join(" "),
    ]),
  ]);
}
