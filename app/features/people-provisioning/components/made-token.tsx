import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button.tsx";
import { Panel } from "~/ui/panel.tsx";

/** A token, this once. */
export function MadeToken({ token }: { token: string }) {
  const { t } = useTranslation("provisioning");
  return (
    <Panel title={t("made.title")} lead={t("made.lead")}>
      <p className="rounded-large border border-line bg-sunken p-4 font-medium select-all wrap-anywhere">
        <code>{token}</code>
      </p>
      <ButtonLink variant="primary" href="/people/provisioning" className="w-fit">
        {t("made.done")}
      </ButtonLink>
    </Panel>
  );
}
