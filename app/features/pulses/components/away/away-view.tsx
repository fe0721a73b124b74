import { useTranslation } from "react-i18next";
import { type FormAnswer, problemsIn } from "~/platform/http/form-answer.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Panel } from "~/ui/panel.tsx";
import type { AwayPage } from "../../away/away-page.server.ts";
import { awayPath } from "../../away/away-path.ts";
import { awayQuestions } from "../../domain/away/tell-away.ts";
import { PulseBadge } from "../pulse-badge.tsx";
import { AwayForm } from "./away-form.tsx";

type Props = { page: AwayPage; answer: FormAnswer | undefined };

/** What can be asked now, or why not and what to do instead, and every away test so far. */
export function AwayView({ page: { ask, tests }, answer }: Props) {
  const { t } = useTranslation("away");
  // Where the form is gone meanwhile, nothing else says why it was refused.
  const [refused] = isForm(ask) ? [] : problemsIn(answer).filter(({ field }) => !field);
  return (
    <div className="grid gap-10">
      {refused && <Notice tone="danger">{t(`problems.${refused.code}`)}</Notice>}
      {ask ? (
        <Ask ask={ask} answer={answer} />
      ) : (
        <EmptyState
          title={t("nobody.title")}
          action={<ButtonLink href="/plan">{t("nobody.back")}</ButtonLink>}
        >
          <p>{t("nobody.body")}</p>
        </EmptyState>
      )}
      {tests.length > 0 && (
        <section aria-labelledby="tests" className="grid gap-3">
          <h2 id="tests" className="font-serif text-xl font-semibold">
            {t("past.title")}
          </h2>
          <ul className="grid divide-y divide-line">
            {tests.map((test) => (
              <li
                key={test.id}
                className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
              >
                <span className="flex flex-wrap items-center gap-2">
                  <Link href={awayPath(test.id)}>
                    {t("past.line", {
                      from: writtenDate(test.firstDay),
                      to: writtenDate(test.lastDay),
                    })}
                  </Link>
                  <PulseBadge pulse={test} />
                </span>
                <span className="text-sm text-ink-muted">
                  {t("past.asked", { date: writtenDate(test.askedOn) })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function isForm(ask: AwayPage["ask"]): boolean {
  return ask !== null && ask.turn.kind === "now" && ask.counting >= ask.minimum;
}

function Ask({ ask, answer }: { ask: NonNullable<AwayPage["ask"]>; answer: Props["answer"] }) {
  const { t } = useTranslation("away");
  const { turn, counting, minimum, team } = ask;
  if (turn.kind === "running")
    return (
      <Panel title={t("running.title")}>
        <p>{t("running.body")}</p>
      </Panel>
    );
  if (counting < minimum)
    return (
      <Panel title={t("few.title")}>
        <p>{t(team < minimum ? "few.body" : "few.readdressed", { count: team, minimum })}</p>
        <InPerson />
      </Panel>
    );
  if (turn.kind === "nearly-same")
    return (
      <Panel title={t("nearlySame.title", { date: writtenDate(turn.from) })}>
        <p>{t("nearlySame.body", { minimum })}</p>
        <InPerson />
      </Panel>
    );
  return <AwayForm ask={ask} answer={answer} />;
}

/** The three questions, to be asked without us. */
function InPerson() {
  const { t } = useTranslation(["away", "away-asked"]);
  return (
    <>
      <p>{t("inPerson")}</p>
      <ul className="grid list-disc gap-2 ps-5">
        {awayQuestions.map((question) => (
          <li key={question}>{t(`away-asked:${question}.aloud`)}</li>
        ))}
      </ul>
    </>
  );
}
