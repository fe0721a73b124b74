import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button.tsx";
import { DownloadIcon, ReportIcon, ShareIcon } from "~/ui/icons.tsx";

type Props = { reportId: string; mayShare: boolean };

/** What leaves with the report, right of its title. */
export function ReportActions({ reportId, mayShare }: Props) {
  const { t } = useTranslation(["report", "report-pdf"]);
  const at = (path: string) => `/reports/${reportId}/${path}`;
  return (
    <>
      {mayShare && (
        <ButtonLink size="small" href={at("share")} icon={<ShareIcon className="size-4" />}>
          {t("share.link")}
        </ButtonLink>
      )}
      <ButtonLink
        size="small"
        href={at("pdf")}
        reloadDocument
        icon={<ReportIcon className="size-4" />}
      >
        {t("report-pdf:download.pdf")}
      </ButtonLink>
      <ButtonLink
        size="small"
        href={at("figures.xlsx")}
        reloadDocument
        icon={<DownloadIcon className="size-4" />}
      >
        {t("report-pdf:download.figures")}
      </ButtonLink>
    </>
  );
}
