import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { ErrorPage } from "~/shell/error-page.tsx";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { ButtonLink } from "~/ui/button.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import type { CalledOff } from "../domain/standing.ts";
import type { ProblemKind, TypedForm } from "./problem-kind.ts";
import { TypedWords } from "./typed-words.tsx";

type Props = {
  kind: ProblemKind;
  kept?: TypedForm | null;
  /** Of a round that was called off. */
  calledOff?: CalledOff | null;
};

/**
 * What someone sees when nothing can be answered: what happened, whether anything is asked of them, and what they had
 * typed.
 */
export function RaterProblem({ kind, kept = null, calledOff = null }: Props) {
  const { t } = useTranslation("answering");
  const { pathname } = useLocation();
  const request = pathname.split("/").slice(0, pathname.startsWith("/r/") ? 4 : 3);
  const title = calledOff
    ? t("problem.called-off.titleOf", { round: calledOff.round })
    : t(`problem.${kind}.title`);
  return (
    <PlainShell>
      <PageTitle>{title}</PageTitle>
      <ErrorPage
        title={title}
        message={
          <>
            <p>{t(`problem.${kind}.message`)}</p>
            {calledOff && <Reason reason={calledOff.reason} />}
          </>
        }
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

/** In the words of whoever called it off. */
function Reason({ reason }: Pick<CalledOff, "reason">) {
  const { t } = useTranslation("answering");
  return (
    <div className="mt-4 grid gap-1">
      <p>{t("problem.called-off.reason")}</p>
      <blockquote
        className="border-s-4 border-line ps-4 whitespace-pre-line text-ink wrap-anywhere"
        dir="auto"
      >
        {reason}
      </blockquote>
    </div>
  );
}
