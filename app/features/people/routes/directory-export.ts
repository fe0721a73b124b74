import { requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { texts } from "~/platform/i18n/i18n.ts";
import { csvResponse } from "~/platform/tables/write-csv.server.ts";
import { readWholeDirectory } from "../directory-reads.server.ts";
import { readDirectoryQuery } from "../domain/directory-query.ts";
import type { Route } from "./+types/directory-export";

const COLUMNS = ["name", "jobTitle", "department", "country", "manager", "email"] as const;

/** The directory as a file: the same people, columns and order as on the screen. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const query = readDirectoryQuery(new URL(request.url).searchParams);
  const people = await readWholeDirectory(getPlatform(context), actor, query);
  const t = texts.getFixedT(null, "people");
  return csvResponse(t("directory.fileName"), [
    COLUMNS.map((column) => t(`fields.${column}`)),
    ...people.map(({ name, jobTitle, department, country, managerName, email }) => [
      ...[name, jobTitle, department, country, managerName, email],
    ]),
  ]);
}
