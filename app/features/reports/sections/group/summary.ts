import { emphasised } from "~/platform/blocks/emphasised.ts";
import { listed, shareText } from "~/platform/i18n/format.ts";
import type { GroupReportData } from "../../report/group-report-page.server.ts";
import type { ReportSection } from "../report-block.ts";
import { meanWords, nameOf, type T } from "./words.ts";

/** What the figures say, as far as they say it surely. */
export function summary(page: GroupReportData, t: T): ReportSection {
  const { findings, content, invited, answered } = page;
  const who = t("summary.who", {
    participants: content.participants.shown,
    count: content.participants.all,
    answered,
    invited,
    share: invited > 0 ? shareText(answered / invited) : "–",
  });
  const hats = findings.hats.map(({ id, finding, ...figure }) =>
    emphasised(t, `summary.hat.${finding}`, {
      hat: nameOf(page, id).toLowerCase(),
      figure: meanWords(t, figure),
    }),
  );
  const sides = (["tooLittle", "tooMuch", "nearest"] as const).flatMap((kind) => {
    const named = findings[kind].map(({ id }) => nameOf(page, id));
    return named.length > 0 ? [t(`summary.${kind}`, { names: listed(named) })] : [];
  });
  const lines = [who, ...(hats.length > 0 ? hats : [t("summary.nothing")]), ...sides];
  return {
    id: "summary",
    title: t("summary.title"),
    blocks: [{ kind: "passage", lines: lines.map((words) => ({ words })) }],
  };
}
