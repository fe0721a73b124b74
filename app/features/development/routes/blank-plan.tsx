import { useTranslation } from "react-i18next";
import { BlankPage, Lines } from "../components/blank/blank-page.tsx";

const ACTIONS = 5;

/** A development plan on paper, one area of it; print it again for another. */
export default function BlankPlan() {
  const { t } = useTranslation("blank");
  return (
    <BlankPage title={t("plan.title")} lead={t("plan.lead")}>
      <Lines title={t("plan.area")} hint={t("plan.areaHint")} count={1} />
      {(["goal", "measure", "means", "reason"] as const).map((part) => (
        <Lines key={part} level={3} title={t(`plan.${part}`)} count={part === "goal" ? 2 : 1} />
      ))}
      <section className="grid gap-2" data-print="together">
        <h2 className="font-serif text-xl font-semibold">{t("plan.actions")}</h2>
        <p className="text-sm text-ink-muted">{t("plan.actionsHint")}</p>
        <table className="w-full border-collapse">
          <thead>
            <tr>
              {(["what", "hat", "when", "shows"] as const).map((column) => (
                <th
                  key={column}
                  scope="col"
                  className="border border-line-strong px-2 py-1 text-start text-sm font-medium"
                >
                  {t(`plan.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: ACTIONS }, (_, at) => (
              <tr key={at}>
                <td className="h-10 w-1/2 border border-line-strong" />
                <td className="border border-line-strong" />
                <td className="border border-line-strong" />
                <td className="border border-line-strong" />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Lines title={t("plan.practice")} hint={t("plan.practiceHint")} count={2} />
    </BlankPage>
  );
}
