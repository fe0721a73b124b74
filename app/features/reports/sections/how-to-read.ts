import { minimaOf, type ReportContent } from "../domain/report-content.ts";
import type { ReportSection, T } from "./report-block.ts";

/** The scale, the minimums, what certainty means here, and what the report must not be used for. */
export function howToRead(content: ReportContent, t: T): ReportSection {
  const points: unknown = t("how.points", { ...minimaOf(content), returnObjects: true });
  const items = Array.isArray(points) ? points.map((point) => ({ words: String(point) })) : [];
  return { id: "how", title: t("how.title"), blocks: [{ kind: "list", marks: "dots", items }] };
}
