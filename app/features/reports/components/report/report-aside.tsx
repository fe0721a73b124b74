import { useTranslation } from "react-i18next";
import { LockIcon } from "~/ui/icons.tsx";
import { AsidePart } from "~/ui/with-aside.tsx";
import { ReportFiles } from "../../pdf/report-files.tsx";
import { whoReads } from "../../sections/who-reads.ts";
import type { ReportReaders } from "../../sharing/report-readers.server.ts";

type Props = { reportId: string; readers: ReportReaders | null };

/** Beside a report: who can read it, and how to keep a copy. */
export function ReportAside({ reportId, readers }: Props) {
  const { t } = useTranslation("report");
  return (
    <>
      {readers && (
        <AsidePart title={t("readers.title")} icon={<LockIcon />}>
          <div className="grid gap-1 text-sm text-ink-muted">
            {whoReads(readers, t).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        </AsidePart>
      )}
      <ReportFiles reportId={reportId} />
    </>
  );
}
