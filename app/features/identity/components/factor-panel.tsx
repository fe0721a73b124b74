import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Badge } from "~/ui/badge.tsx";
import { ButtonLink } from "~/ui/button.tsx";
import { Panel } from "~/ui/panel.tsx";
import type { FactorView } from "../second-factor/own-factor.server.ts";

/** Whether signing in takes a second step, and the way to change that. */
export function FactorPanel({ factor }: { factor: FactorView | null }) {
  const { t } = useTranslation("second-factor");
  return (
    <Panel
      title={t("title")}
      lead={factor ? t("on", { date: writtenDate(factor.since) }) : t("off")}
      action={
        <ButtonLink size="small" href="/account/second-factor">
          {t(factor ? "change" : "add")}
        </ButtonLink>
      }
    >
      {factor && (
        <p className="flex flex-wrap items-center gap-2 text-sm text-ink-muted">
          {factor.left < 3 && <Badge tone="danger">{t("few")}</Badge>}
          {t("left", { count: factor.left })}
        </p>
      )}
    </Panel>
  );
}
