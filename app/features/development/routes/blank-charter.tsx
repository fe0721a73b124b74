import { useTranslation } from "react-i18next";
import { BlankPage, Lines, ToFill } from "../components/blank/blank-page.tsx";

const DUTIES = 6;

/** A charter on paper. */
export default function BlankCharter() {
  const { t } = useTranslation("blank");
  return (
    <BlankPage title={t("charter.title")} lead={t("charter.lead")}>
      <Lines title={t("charter.managing")} hint={t("charter.managingHint")} count={DUTIES} />
      <Lines title={t("charter.leading")} hint={t("charter.leadingHint")} count={DUTIES} />
      <div data-print="together" className="grid gap-x-8 gap-y-4 sm:grid-cols-2 print:grid-cols-2">
        {(["person", "partner", "on", "review"] as const).map((line) => (
          <ToFill key={line} label={t(`charter.sign.${line}`)} />
        ))}
      </div>
    </BlankPage>
  );
}
