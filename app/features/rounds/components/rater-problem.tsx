import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { ErrorPage } from "~/shell/error-page.tsx";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { ButtonLink } from "~/ui/button.tsx";
import type { ProblemKind, TypedForm } from "./problem-kind.ts";
import { TypedWords } from "./typed-words.tsx";

type Props = { kind: ProblemKind; kept?: TypedForm | null };

/**
 * What someone sees when nothing can be answered: what happened, whether anything is asked of them, and what they had
 * typed.
 */
export function RaterProblem({ kind, kept = null }: Props) {
  const { t } = useTranslation("answering");
  const { pathname } = useLocation();
  const request = pathname.split("/").slice(0, pathname.startsWith("/r/") ? 4 : 3);
  return (
    <PlainShell>
      <title>{t(`problem.${kind}.title`)}</title>
      <ErrorPage
        title={t(`problem.${kind}.title`)}
        message={t(`problem.${kind}.message`)}
        actions={
          kind === "declined" && (
            <ButtonLink href={`${request.join("/")}/decline`} reloadDocument>
              {t("standing.answerAfterAll")}
            </ButtonLink>
          )
        }
      />
      {kept && <TypedWords kind={kind} kept={kept} action={pathname} />}
    </PlainShell>
  );
}
