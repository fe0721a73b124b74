import { useTranslation } from "react-i18next";
import { Link } from "~/ui/link.tsx";
import { AsidePart } from "~/ui/with-aside.tsx";

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
    <AsidePart title={t("download.title")}>
      <ul className="grid gap-x-5 gap-y-1 text-sm">
        {FILES.map(([key, path]) => (
          <li key={key}>
            <Link href={`/reports/${reportId}/${path}`} reloadDocument>
              {t(`download.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-ink-muted">{t("download.explain")}</p>
    </AsidePart>
  );
}
