import { useTranslation } from "react-i18next";
import { Panel } from "~/ui/panel.tsx";
import { Progress } from "~/ui/progress.tsx";
import type { CyclePage } from "../../cycle-page.server.ts";

const EVERY_SECONDS = 3;

/** While the reports are made. The browser loads the page again by itself, scripts or not. */
export function ClosingView({ page: { cycle } }: { page: CyclePage }) {
  const { t } = useTranslation("feedback-hr");
  const { scored, total } = cycle.closure ?? { scored: 0, total: 1 };
  return (
    <Panel>
      <meta httpEquiv="refresh" content={`${EVERY_SECONDS};url=/cycles/${cycle.id}`} />
      <Progress label={t("cycle.closing.progress")} value={scored} max={total} />
      <p className="max-w-reading text-ink-muted">{t("cycle.closing.explain")}</p>
    </Panel>
  );
}
