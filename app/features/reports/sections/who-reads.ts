import { listed, writtenDate } from "~/platform/i18n/format.ts";
import type { ReportReaders } from "../sharing/report-readers.server.ts";
import type { T } from "./report-block.ts";

/** Who can read a report, as its participant is told: made of who can, so that no page promises more. */
export function whoReads({ coach, grants, hrKeeps }: ReportReaders, t: T): string[] {
  const others = [
    ...(coach === null ? [] : [t("readers.coach", { name: coach })]),
    ...grants.map(({ name, endsOn }) => t("readers.granted", { name, date: writtenDate(endsOn) })),
  ];
  const alone = t(hrKeeps ? "readers.you" : "readers.only");
  return [
    others.length === 0
      ? alone
      : t("readers.some", { people: listed([t("readers.self"), ...others]) }),
    ...(hrKeeps ? [t("readers.hr")] : []),
  ];
}
