import { clockIn } from "~/platform/calendar/zones.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import type { CsvCell } from "~/platform/tables/write-csv.server.ts";
import type { NamedLine } from "./audit-names.server.ts";

/** A line of the audit record as a row of a file: an empty cell for what is not shown. */
export function auditRow({ day, at, said, who, about }: NamedLine, zone: string): CsvCell[] {
  const t = readerTexts().getFixedT(null, "audit");
  const name = who === null || typeof who === "string" ? who && t(who) : who.name;
  const whom = about === "gone" ? t("goneAbout") : (about?.name ?? null);
  return [day, at === null ? null : clockIn(zone, new Date(at)), said, name, whom];
}
