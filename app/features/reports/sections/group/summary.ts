import { emphasised } from "~/platform/blocks/emphasised.ts";
import { listed, shareText } from "~/platform/i18n/format.ts";
import type { GroupReportData } from "../../report/group-report-page.server.ts";
import type { ReportSection } from "../report-block.ts";
import { meanWords, nameOf, type T } from "./words.ts";

const MOST_SIDES = 2;

/** What the figures say, as far as they say it surely: first how many people, then averages. */
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
      hat: hatIn(page, id, t),
      figure: meanWords(t, figure),
    }),
  );
  const strong = findings.strong.map(({ id, count, of }) =>
    t("summary.strong", { name: nameOf(page, id), count, of }),
  );
  const sides = (["tooLittle", "tooMuch"] as const).flatMap((kind) => {
    const named = findings[kind].map(({ id }) => nameOf(page, id));
    return named.length > 0 ? [t(`summary.${kind}`, { names: listed(named) })] : [];
  });
  const people = peopleOff(page, t);
  const lines = [
    ...(people === null ? [] : [[{ text: people, strong: true }]]),
    who,
    ...(hats.length > 0 ? hats : [t("summary.nothing")]),
    ...sides,
    ...strong,
  ];
  return {
    id: "summary",
    title: t("summary.title"),
    blocks: [{ kind: "passage", lines: lines.map((words) => ({ words })) }],
  };
}

/** A hat's name within a sentence. */
function hatIn(page: GroupReportData, id: string, t: T): string {
  return t("report:hatInSentence", { name: nameOf(page, id) });
}

/** How many are clearly off the right amount of a hat, the most first; null where no such count is shown. */
function peopleOff(page: GroupReportData, t: T): string | null {
  const found = page.content.hats.flatMap(({ id, spread }) =>
    (["too-little", "too-much"] as const).flatMap((side) => {
      const count = spread?.counts[side] ?? null;
      return spread?.of && count !== null ? [{ id, side, count, of: spread.of }] : [];
    }),
  );
  const most = found.sort((a, b) => b.count - a.count).slice(0, MOST_SIDES);
  if (most.length === 0) return null;
  const clauses = most.map(({ id, side, count, of }) =>
    t(`summary.off.${side}`, { hat: hatIn(page, id, t), count, of }),
  );
  return t("summary.people", { clauses: listed(clauses) });
}
