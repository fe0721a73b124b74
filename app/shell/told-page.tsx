import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { ErrorPage } from "./error-page.tsx";
import { SwitchButton } from "./switch-button.tsx";
import type { ToldProblem } from "./told-problem.ts";

/** Why somebody is not let in, or a form changed nothing, in words, with the way on. */
export function ToldPage({ told }: { told: ToldProblem }) {
  return told.problem === "suspended" ? <Suspended {...told} /> : <StaleForm {...told} />;
}

type Told<Problem> = Extract<ToldProblem, { problem: Problem }>;

function Suspended({ organisation, why }: Told<"suspended">) {
  const { t } = useTranslation("shell");
  const title = t("suspended.title", { organisation });
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <ErrorPage
        title={title}
        message={
          <>
            <p>{t("suspended.message")}</p>
            <p className="mt-4">{t("suspended.why")}</p>
            <blockquote
              className="mt-2 border-s-4 border-line ps-4 text-ink wrap-anywhere"
              dir="auto"
            >
              {why}
            </blockquote>
          </>
        }
        actions={
          <form method="post" action="/sign-out">
            <Button>{t("signOut")}</Button>
          </form>
        }
      />
    </>
  );
}

function StaleForm({ current, other, path }: Told<"stale-form">) {
  const { t } = useTranslation("shell");
  const title = t("stale.title");
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <ErrorPage
        title={title}
        message={
          <>
            <p>
              {other
                ? t("stale.message", { organisation: other.name, current })
                : t("stale.unknown", { current })}
            </p>
            <p className="mt-4">{t("stale.typed")}</p>
          </>
        }
        actions={
          <>
            {other && <SwitchButton to={other} next={path} />}
            <ButtonLink href="/home">{t("stale.stay", { current })}</ButtonLink>
          </>
        }
      />
    </>
  );
}
