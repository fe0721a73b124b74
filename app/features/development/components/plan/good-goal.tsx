import { useTranslation } from "react-i18next";
import { AsidePart } from "~/ui/with-aside.tsx";

/** An example of a goal, beside the form of one. */
export function GoodGoal() {
  const { t } = useTranslation("plan");
  return (
    <AsidePart title={t("example.title")}>
      <dl className="grid gap-2">
        {(["goal", "measure", "means", "reason"] as const).map((part) => (
          <div key={part}>
            <dt className="text-sm text-ink-muted">{t(`goal.${part}`)}</dt>
            <dd>{t(`example.${part}`)}</dd>
          </div>
        ))}
      </dl>
    </AsidePart>
  );
}
