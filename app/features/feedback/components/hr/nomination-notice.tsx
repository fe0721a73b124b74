import { useTranslation } from "react-i18next";
import { Notice } from "~/ui/notice.tsx";
import type { RaterChoice } from "../../nomination-reads.server.ts";

/** Whether the list is settled, and for whom. */
export function NominationNotice({ choice, own }: { choice: RaterChoice; own: boolean }) {
  const { t } = useTranslation("feedback-hr");
  const { participant, cycle, nomination, mayChange } = choice;
  if (!mayChange && cycle.state !== "nominating") return <Notice>{t("nomination.fixed")}</Notice>;
  if (nomination === "open") return null;
  const context = own && !mayChange ? undefined : "hr";
  return (
    <Notice tone="success">{t("nomination.submitted", { context, name: participant.name })}</Notice>
  );
}
