import { useTranslation } from "react-i18next";
import { Link } from "~/ui/link.tsx";

const FILES = [
  ["a4", "pdf?paper=a4"],
  ["letter", "pdf?paper=letter"],
  ["csv", "figures.csv"],
  ["xlsx", "figures.xlsx"],
] as const;

/** The report as files to keep, print or reckon with. */
export function ReportFiles({ reportId }: { reportId: string }) {
  const { t } = useTranslation("report-pdf");
  return (
    <section
      aria-label={t("download.title")}
      data-print="never"
      className="mt-4 max-w-reading text-sm"
    >
      <p className="font-semibold">{t("download.title")}</p>
      <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
        {FILES.map(([key, path]) => (
          <li key={key}>
            <Link href={`/reports/${reportId}/${path}`} reloadDocument>
              {t(`download.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
      <p className="mt-1 text-ink-muted">{t("download.explain")}</p>
    </section>
  );
}
