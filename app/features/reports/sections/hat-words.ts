import type { Words } from "~/platform/blocks/block.ts";
import { emphasised } from "~/platform/blocks/emphasised.ts";
import { decimal, listed } from "~/platform/i18n/format.ts";
import { type AmountFinding, amountFinding } from "../domain/findings.ts";
import { OTHERS } from "../domain/report-content.ts";
import type { ReportPageData } from "../report/report-page.server.ts";
import { figureWords } from "./figure-words.ts";
import { inSentence, type T } from "./report-block.ts";

/** A hat's name within a sentence. */
export function hatName({ hats }: ReportPageData, id: string, t: T): string {
  return inSentence(hats.find((each) => each.key === id)?.name ?? id, t);
}

/** What others see of both hats, as one thing; hats seen alike are named together. Null where none may be shown. */
export function verdict(report: ReportPageData, t: T): string | null {
  const found = report.content.hats.flatMap((row) => {
    const finding = amountFinding(row.estimates[OTHERS]);
    return finding ? [{ hat: hatName(report, row.id, t), finding }] : [];
  });
  if (found.length === 0) return null;
  const hatsOf = Map.groupBy(found, ({ finding }) => finding);
  const named = (finding: AmountFinding) =>
    listed((hatsOf.get(finding) ?? []).map(({ hat }) => hat));
  const known = [...hatsOf.keys()].filter((finding) => finding !== "unclear");
  const open = hatsOf.has("unclear");
  if (known.length === 0) return t("glance.verdict.allOpen", { hats: named("unclear") });
  const clauses = known.map((finding) => t(`glance.verdict.${finding}`, { hats: named(finding) }));
  const sentence = t("glance.verdict.others", { clauses: listed(clauses) });
  return open ? `${sentence} ${t("glance.verdict.open", { hats: named("unclear") })}` : sentence;
}

/** How the hats compare, then each with its figure: what the plane shows, in sentences. */
export function hatSentences(report: ReportPageData, t: T): Words[] {
  return [
    ...report.content.hats.flatMap((row): Words[] => {
      const estimate = row.estimates[OTHERS];
      const finding = amountFinding(estimate);
      if (!finding || !estimate?.shown) return [];
      const values = { hat: hatName(report, row.id, t), figure: figureWords(t, estimate) };
      return [emphasised(t, `glance.hat.${finding}`, values)];
    }),
    ...comparison(report, t),
  ];
}

function comparison(report: ReportPageData, t: T): Words[] {
  const { comparison: found } = report.findings;
  const [across, up] = report.hats.map(({ name }) => inSentence(name, t));
  if (!found || !across || !up) return [];
  const { more, raters } = found;
  const [low, high] = [found.low, found.high]
    .map(Math.abs)
    .toSorted((a, b) => a - b)
    .map((each) => decimal(each, 1));
  const difference = decimal(Math.abs(found.difference), 1);
  return [emphasised(t, `glance.compare.${more}`, { across, up, difference, low, high, raters })];
}
