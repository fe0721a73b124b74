import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button.tsx";
import { Panel } from "~/ui/panel.tsx";
import { dryRunPath } from "./dry-run-path.ts";

/** The way to everyone who would get what, before anything is sent. */
export function DryRunLink({ cycleId }: { cycleId: string }) {
  const { t } = useTranslation("cycle-setup");
  return (
    <Panel
      title={t("dryRun.title")}
      lead={t("dryRun.linkLead")}
      action={<ButtonLink href={dryRunPath(cycleId)}>{t("dryRun.look")}</ButtonLink>}
    />
  );
}
