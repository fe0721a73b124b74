import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button.tsx";
import { Panel } from "~/ui/panel.tsx";

/** Recovery codes, this once. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation("second-factor");
  return (
    <Panel title={t("codes.title")} lead={t("codes.lead")}>
      <ul className="grid max-w-form gap-x-8 gap-y-1 font-medium tabular-nums sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ul>
      <p className="max-w-reading text-sm text-ink-muted">{t("codes.keep")}</p>
      <ButtonLink variant="primary" href="/account" className="w-fit">
        {t("codes.done")}
      </ButtonLink>
    </Panel>
  );
}
