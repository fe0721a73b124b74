import { useTranslation } from "react-i18next";
import { minimaOf, type ReportContent } from "../../domain/report-content.ts";
import { ReportSection } from "./report-section.tsx";

/** The scale, the minimums, what certainty means here, and what the report must not be used for. */
export function HowToRead({ content }: { content: ReportContent }) {
  const { t } = useTranslation("report");
  const points = t("how.points", { ...minimaOf(content), returnObjects: true });
  const lines: unknown[] = Array.isArray(points) ? points : [];
  return (
    <ReportSection id="how" title={t("how.title")}>
      <ul className="grid max-w-reading list-disc gap-2 ps-5 marker:text-ink-faint">
        {lines.map((line) => (
          <li key={String(line)}>{String(line)}</li>
        ))}
      </ul>
    </ReportSection>
  );
}
