import { useTranslation } from "react-i18next";
import { ErrorPage } from "~/shell/error-page.tsx";
import { PlainShell } from "~/shell/plain-shell.tsx";

/** What someone with a link sees when it can't be used: what happened, and whether anything is asked of them. */
export function RaterProblem({ kind }: { kind: "closed" | "unknown" | "fault" }) {
  const { t } = useTranslation("feedback");
  return (
    <PlainShell>
      <title>{t(`rater.problem.${kind}.title`)}</title>
      <ErrorPage
        title={t(`rater.problem.${kind}.title`)}
        message={t(`rater.problem.${kind}.message`)}
      />
    </PlainShell>
  );
}
