import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Notice } from "~/ui/notice.tsx";
import type { NominationPage } from "../../nomination/nomination-page.server.ts";

/** Where the list stands, and what happens to it next. */
export function NominationNotice({ page }: { page: NominationPage }) {
  const { t } = useTranslation(["nomination", "feedback-hr"]);
  const { choice, own, may, waitsFor, approvedOn, minimum } = page;
  const { participant, cycle, nomination, note, facts } = choice;
  const { name } = participant;
  if (facts.withdrawn) return <Notice>{t("state.withdrawn", { name })}</Notice>;
  if (cycle.state === "collecting") {
    if (facts.paused) return <Notice>{t("state.paused")}</Notice>;
    return <Notice>{t(may.withdraw ? "state.launchedHr" : "state.launched")}</Notice>;
  }
  if (cycle.state !== "nominating" && cycle.state !== "draft")
    return <Notice>{t("nomination.fixed", { ns: "feedback-hr" })}</Notice>;
  if (nomination === "returned")
    return (
      <Notice title={t("state.returned")}>
        <p className="whitespace-pre-line wrap-anywhere" dir="auto">
          {note}
        </p>
        {may.handIn && <p className="mt-1">{t("state.returnedNext")}</p>}
      </Notice>
    );
  if (waitsFor && may.approve && !page.runsCycles)
    return approvedOn ? (
      <Notice>{t("state.automaticYours", { date: writtenDate(approvedOn), ...minimum })}</Notice>
    ) : null;
  if (waitsFor)
    return (
      <Notice>
        {t(own ? "state.waiting" : "state.waitingOther", { context: waitsFor, name })}
        {approvedOn && ` ${t("state.automatic", { date: writtenDate(approvedOn), ...minimum })}`}
      </Notice>
    );
  if (nomination === "open") return null;
  return (
    <Notice tone="success">
      {t(nomination === "approved" ? "state.approved" : "state.handedIn")}
    </Notice>
  );
}
