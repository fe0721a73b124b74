import { useTranslation } from "react-i18next";
import { Points } from "~/ui/points.tsx";
import type { FeedbackLack } from "../../instruments/feedback-lacks.ts";

/** Whether rounds of feedback can ask a questionnaire; and if not, what it lacks. */
export function FeedbackLacks({ lacks }: { lacks: readonly FeedbackLack[] }) {
  const { t } = useTranslation("questionnaires");
  if (lacks.length === 0) return <p className="text-ink-muted">{t("feedback.can")}</p>;
  return (
    <div className="grid gap-2 text-ink-muted">
      <p>{t("feedback.cannot")}</p>
      <Points points={lacks.map(({ code, ...more }) => t(`feedback.${code}`, { ...more }))} />
    </div>
  );
}
