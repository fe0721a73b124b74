import { Trans, useTranslation } from "react-i18next";
import { decimal, listed, shareText, writtenDate } from "~/platform/i18n/format.ts";
import { PageSection } from "~/ui/blocks/page-section.tsx";
import { Link } from "~/ui/link.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import type { GroupReportData } from "../../report/group-report-page.server.ts";
import { signed } from "../../sections/figure-words.ts";
import { BothHats } from "./both-hats.tsx";
import { DepartmentTable } from "./department-table.tsx";
import { GroupChart } from "./group-chart.tsx";

type Props = { page: GroupReportData };

/** HR's view of a closed cycle: where participants stand together, never one of them. */
export function GroupReportPage({ page }: Props) {
  const { t } = useTranslation("group-report");
  const { content } = page;
  const [down, across] = content.hats;
  return (
    <article className="grid grid-cols-1 gap-12">
      <title>{t("title", { cycle: page.cycleName })}</title>
      <div>
        <PageHeader
          title={t("title", { cycle: page.cycleName })}
          lead={t("lead", { date: writtenDate(page.closedOn) })}
        />
        <Link href={`/cycles/${page.cycleId}`}>{t("back")}</Link>
      </div>
      <Summary page={page} />
      {down && across && (
        <PageSection id="both" title={t("both.title")} lead={t("both.lead")}>
          <BothHats page={page} down={down} across={across} />
        </PageSection>
      )}
      <PageSection id="competencies" title={t("competencies.title")} lead={t("competencies.lead")}>
        <GroupChart page={page} />
      </PageSection>
      <PageSection id="departments" title={t("departments.title")} lead={t("departments.lead")}>
        <DepartmentTable page={page} />
      </PageSection>
      <Quality page={page} />
    </article>
  );
}

/** What the figures say, as far as they say it surely. */
function Summary({ page }: Props) {
  const { t } = useTranslation("group-report");
  const { findings, names, content, invited, answered } = page;
  const nameOf = (id: string) => names[id] ?? id;
  const lines = (["tooLittle", "tooMuch", "nearest"] as const).filter(
    (kind) => findings[kind].length > 0,
  );
  return (
    <PageSection id="summary" title={t("summary.title")}>
      <div className="grid max-w-reading gap-3 text-lg">
        <p>
          {t("summary.who", {
            participants: content.participants.shown,
            count: content.participants.all,
            answered,
            invited,
            share: invited > 0 ? shareText(answered / invited) : "–",
          })}
        </p>
        {findings.hats.length === 0 && <p>{t("summary.nothing")}</p>}
        {findings.hats.map(({ id, finding, ...figure }) => (
          <p key={id}>
            <Trans
              t={t}
              i18nKey={`summary.hat.${finding}`}
              values={{
                hat: nameOf(id).toLowerCase(),
                figure: t("summary.figure", {
                  mean: signed(figure.mean),
                  low: signed(figure.low),
                  high: signed(figure.high),
                  count: figure.n,
                }),
              }}
              components={{ strong: <strong /> }}
            />
          </p>
        ))}
        {lines.map((kind) => (
          <p key={kind}>
            {t(`summary.${kind}`, { names: listed(findings[kind].map(({ id }) => nameOf(id))) })}
          </p>
        ))}
      </div>
    </PageSection>
  );
}

/** How well the instrument measured: reliability by hat, and what that rests on. */
function Quality({ page: { reliability, usualRaters, content, names } }: Props) {
  const { t } = useTranslation("group-report");
  const hats = reliability.filter(({ figure }) => content.hats.some((row) => row.id === figure));
  return (
    <PageSection id="quality" title={t("quality.title")}>
      <ul className="grid max-w-reading gap-2">
        {hats.length === 0 && <li>{t("quality.none")}</li>}
        {hats.map(({ figure, value, participants, raters }) => (
          <li key={figure}>
            {t("quality.reliability", {
              hat: names[figure] ?? figure,
              raters: usualRaters,
              value: decimal(value, 2),
              participants,
              count: raters,
            })}
          </li>
        ))}
        <li className="text-ink-muted">{t("quality.how")}</li>
      </ul>
    </PageSection>
  );
}
