import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Progress } from "~/ui/progress.tsx";
import type { BundleView, CycleFiles } from "./bundle-reads.server.ts";

const EVERY_SECONDS = 3;

type Props = { files: CycleFiles; refused: "not-kept" | "none-released" | null };

/** Where HR asks for a file of all released reports, sees it being made, and fetches it. */
export function CycleFilesView({ files, refused }: Props) {
  const { t } = useTranslation("report-pdf");
  const underway = files.bundles.some(({ state }) => state === "waiting" || state === "working");
  if (!files.kept)
    return (
      <Notice title={t("bundle.notKept.title")}>
        <p>{t("bundle.notKept.body")}</p>
      </Notice>
    );
  return (
    <div className="grid gap-6">
      {refused && <Notice tone="danger">{t(`bundle.refused.${refused}`)}</Notice>}
      <p className="max-w-reading">{t("bundle.told")}</p>
      {files.released === 0 ? (
        <Notice title={t("bundle.none.title")}>
          <p>{t("bundle.none.body")}</p>
        </Notice>
      ) : (
        !underway && <AskForm released={files.released} />
      )}
      {/* The browser loads the page again by itself, scripts or not. */}
      {underway && (
        <meta httpEquiv="refresh" content={`${EVERY_SECONDS};url=/cycles/${files.cycleId}/files`} />
      )}
      {files.bundles.length > 0 && (
        <ul aria-label={t("bundle.caption")} className="grid max-w-reading gap-3">
          {files.bundles.map((bundle) => (
            <li key={bundle.id}>
              <Panel>
                <Bundle cycleId={files.cycleId} bundle={bundle} />
              </Panel>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function AskForm({ released }: { released: number }) {
  const { t } = useTranslation("report-pdf");
  return (
    <form method="post" className="grid max-w-reading gap-3">
      <div>
        <Button variant="primary">{t("bundle.make", { count: released })}</Button>
      </div>
      <p className="text-sm text-ink-muted">{t("bundle.explain")}</p>
    </form>
  );
}

function Bundle({ cycleId, bundle }: { cycleId: string; bundle: BundleView }) {
  const { t } = useTranslation("report-pdf");
  const date = writtenDate(bundle.requestedAt.slice(0, 10));
  switch (bundle.state) {
    case "waiting":
      return <p>{t("bundle.waiting", { date })}</p>;
    case "working":
      return (
        <div className="grid gap-3">
          <p>{t("bundle.working", { date })}</p>
          <Progress label={t("bundle.reports")} value={bundle.done} max={bundle.total} />
        </div>
      );
    case "failed":
      return <p>{t("bundle.failed", { date })}</p>;
    case "ready":
      return (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <div>
            <p className="font-medium">{t("bundle.ready", { date, count: bundle.done })}</p>
            <p className="text-sm text-ink-muted">
              {t("bundle.until", { date: writtenDate(bundle.expiresAt.slice(0, 10)) })}
            </p>
          </div>
          <ButtonLink href={`/cycles/${cycleId}/files/${bundle.id}`} reloadDocument>
            {t("bundle.fetch")}
          </ButtonLink>
        </div>
      );
  }
}
