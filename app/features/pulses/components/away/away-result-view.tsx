import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Badge } from "~/ui/badge.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Panel } from "~/ui/panel.tsx";
import type { AwayResultPage } from "../../away/away-result-page.server.ts";
import { type AwayTold, awayAnswers } from "../../domain/away/tell-away.ts";

type Props = { page: AwayResultPage; isAsked: boolean };
type Question = AwayResultPage["questions"][number];

/** Question by question what one said oneself, and beside it what one's team says; or why there is nothing yet. */
export function AwayResultView({ page, isAsked }: Props) {
  const { t } = useTranslation("away");
  const { state, closesOn, calledOffReason, questions, minimum } = page;
  const date = closesOn ? writtenDate(closesOn) : "";
  return (
    <div className="grid max-w-reading gap-6">
      {isAsked && state === "collecting" && <Notice tone="success">{t("said.asked")}</Notice>}
      {state === "called-off" && (
        <Panel title={t("calledOff.title")}>
          <p>{t("calledOff.body", { reason: calledOffReason })}</p>
        </Panel>
      )}
      {(state === "collecting" || state === "closing") && (
        <Panel title={t("open.title")}>
          <p>{t(`open.${state}`, { date })}</p>
        </Panel>
      )}
      {state === "done" && <p>{t("result.how")}</p>}
      {questions.map((each) => (
        <OneQuestion key={each.question} each={each} minimum={minimum} />
      ))}
      {state === "done" && <p>{t("result.next")}</p>}
    </div>
  );
}

function OneQuestion({ each, minimum }: { each: Question; minimum: number | null }) {
  const { t } = useTranslation(["away", "away-asked"]);
  const { question, own, team } = each;
  const said = own === 0 ? t("away-asked:cantSay") : t(`away-asked:${question}.${own}`);
  return (
    <Panel title={t(`away-asked:${question}.self`)}>
      <p>
        {t("result.you")} <b className="font-semibold">{said}</b>
      </p>
      {team && <Team each={each} team={team} minimum={minimum} />}
    </Panel>
  );
}

type TeamProps = { each: Question; team: AwayTold; minimum: number | null };

function Team({ each: { question, own }, team, minimum }: TeamProps) {
  const { t } = useTranslation(["away", "away-asked"]);
  if (team.told === "few") return <p className="text-ink-muted">{t("result.few", { minimum })}</p>;
  if (team.told === "alike")
    return <p className="text-ink-muted">{t("result.alike", { count: team.n })}</p>;
  if (team.told === "near")
    return (
      <p>
        {t("result.near", {
          count: team.n,
          answer: t(`away-asked:${question}.${team.answer}`),
        })}
      </p>
    );
  const { n, counts } = team;
  return (
    <div className="grid gap-2">
      <h3 className="font-semibold">{t("result.team", { count: n })}</h3>
      <ul className="grid divide-y divide-line">
        {awayAnswers.map((answer, at) => (
          <li key={answer} className="flex items-center justify-between gap-4 py-2">
            <span className="flex flex-wrap items-center gap-2">
              {t(`away-asked:${question}.${answer}`)}
              {answer === own && <Badge>{t("result.yours")}</Badge>}
            </span>
            <span className="tabular-nums">
              {t("result.count", { count: counts[at] ?? 0, of: n })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
