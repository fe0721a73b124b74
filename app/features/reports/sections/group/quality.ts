import { decimal } from "~/platform/i18n/format.ts";
import type { GroupReportData } from "../../report/group-report-page.server.ts";
import type { ReportSection } from "../report-block.ts";
import { nameOf, type T } from "./words.ts";

/** How well the instrument measured: reliability by hat, and what that rests on. */
export function quality(page: GroupReportData, t: T): ReportSection {
  const hats = page.reliability.filter(({ figure }) =>
    page.content.hats.some((row) => row.id === figure),
  );
  const lines = hats.map(({ figure, value, participants, raters }) =>
    t("quality.reliability", {
      hat: nameOf(page, figure),
      raters: page.usualRaters,
      value: decimal(value, 1),
      participants,
      count: raters,
    }),
  );
  const items = lines.length > 0 ? lines : [t("quality.none")];
  return {
    id: "quality",
    title: t("quality.title"),
    blocks: [
      { kind: "list", marks: "none", items: items.map((words) => ({ words })) },
      { kind: "sentence", look: "quiet", words: t("quality.how") },
    ],
  };
}
