import {
  requireActor,
  requireRecentAdmin,
  requireRecentReader,
} from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { namesOfWeekdays } from "~/platform/i18n/format.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { languageWishes } from "~/platform/i18n/language-wishes.server.ts";
import { csvResponse } from "~/platform/tables/write-csv.server.ts";
import { readEverybody, readWholeDirectory } from "../directory-reads.server.ts";
import { readDirectoryQuery } from "../domain/directory-query.ts";
import { EXPORT_FIELDS, exportRows } from "../domain/export-rows.ts";
import type { Route } from "./+types/directory-export";

const SHOWN = ["name", "jobTitle", "department", "country", "manager", "email"] as const;

/**
 * The directory as a file: the same people, columns and order as on the screen; or, for HR, everybody and all that is
 * known of them, to be put right in a spreadsheet and brought in again. For whoever showed lately who they are.
 */
export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const { searchParams } = new URL(request.url);
  const wishes = await languageWishes(request.headers);
  const platform = getPlatform(context);
  const t = readerTexts().getFixedT(null, "people");
  if (searchParams.get("all") === "yes") {
    await requireRecentAdmin(context, request);
    const everybody = await inOrganisation(platform, actor, (tx) =>
      readEverybody(tx, actor, wishes),
    );
    if (!everybody) throw notFound();
    return csvResponse(t("directory.fileNameAll"), [
      EXPORT_FIELDS.map((field) => t(`fields.${field}`)),
      ...exportRows(everybody, {
        status: (status) => t(`status.${status}`),
        weekdays: (days) => namesOfWeekdays(days),
      }),
    ]);
  }
  await requireRecentReader(context, request);
  const query = readDirectoryQuery(searchParams);
  const people = await readWholeDirectory(platform, actor, query, wishes);
  return csvResponse(t("directory.fileName"), [
    SHOWN.map((column) => t(`fields.${column}`)),
    ...people.map(({ name, jobTitle, department, country, managerName, email }) => [
      ...[name, jobTitle, department, country, managerName, email],
    ]),
  ]);
}
