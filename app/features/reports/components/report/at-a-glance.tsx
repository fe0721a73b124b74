import { Trans, useTranslation } from "react-i18next";
import { decimal, listed } from "~/platform/i18n/format.ts";
import { amountFinding } from "../../domain/findings.ts";
import { minimaOf, OTHERS } from "../../domain/report-content.ts";
import type { ReportPageData } from "../../report/report-page.server.ts";
import { figureWords } from "./figure-words.ts";
import { ReportSection } from "./report-section.tsx";

/** Two strengths and two places to look: more would be a list again. */
const MOST_NAMED = 2;

type Props = { report: ReportPageData };

/** The few things to know first, in sentences that claim no more than the intervals allow. */
export function AtAGlance({ report }: Props) {
  const { t } = useTranslation("report");
  const { content } = report;
  if (!content.all)
    return (
      <ReportSection id="glance" title={t("glance.title")}>
        {<p className="max-w-reading">{t("glance.nothing")}</p>}
      </ReportSection>
    );
  return (
    <ReportSection id="glance" title={t("glance.title")}>
      <div className="grid max-w-reading gap-3 text-lg">
        <Comparison report={report} />
        {content.hats.map((row) => (
          <HatSentence key={row.id} report={report} hatId={row.id} />
        ))}
        <AgreementSentences report={report} />
        <p className="text-sm text-ink-muted">
          {t("glance.scale")}
          {content.balance.versatility &&
            ` ${t("glance.versatility", {
              value: content.balance.versatility.value,
              count: content.balance.versatility.raters,
            })}`}
        </p>
      </div>
      <Named report={report} />
      <Start report={report} />
    </ReportSection>
  );
}

/** Where to begin, for the one who chooses; nothing once a choice is made. */
function Start({ report }: Props) {
  const { t } = useTranslation("report");
  const [first] = report.findings.suggestions;
  if (!first || report.reader !== "participant" || report.focus.length > 0) return null;
  return (
    <div>
      <h3 className="mb-2 font-semibold">{t("glance.start.title")}</h3>
      <p className="max-w-reading text-lg">
        <Trans
          t={t}
          i18nKey={`glance.start.${first.direction === "keep" ? "keep" : "off"}`}
          values={{
            behaviour: report.itemLabels[first.item],
            direction: [
              t(`focus.direction.${first.direction}`),
              ...(first.importance ? [t(`focus.importance.${first.importance}`)] : []),
            ].join(", "),
          }}
          components={{ strong: <strong /> }}
        />{" "}
        <a href="#focus" className="text-accent underline underline-offset-[0.2em] print:hidden">
          {t("glance.start.choose")}
        </a>
      </p>
    </div>
  );
}

function Comparison({ report }: Props) {
  const { t } = useTranslation("report");
  const { comparison } = report.findings;
  const [across, up] = report.hats.map(({ name }) => name.toLowerCase());
  if (!comparison || !across || !up) return null;
  const { more, raters } = comparison;
  const [low, high] = [comparison.low, comparison.high]
    .map(Math.abs)
    .toSorted((a, b) => a - b)
    .map((each) => decimal(each, 1));
  const difference = decimal(Math.abs(comparison.difference), 1);
  return (
    <p>
      <Trans
        t={t}
        i18nKey={`glance.compare.${more}`}
        values={{ across, up, difference, low, high, raters }}
        components={{ strong: <strong /> }}
      />
    </p>
  );
}

function HatSentence({ report, hatId }: Props & { hatId: string }) {
  const { t } = useTranslation("report");
  const estimate = report.content.hats.find((row) => row.id === hatId)?.estimates[OTHERS];
  const finding = amountFinding(estimate);
  if (!finding || !estimate?.shown) return null;
  const hat = (report.hats.find((each) => each.key === hatId)?.name ?? hatId).toLowerCase();
  return (
    <p>
      <Trans
        t={t}
        i18nKey={`glance.hat.${finding}`}
        values={{ hat, figure: figureWords(t, estimate) }}
        components={{ strong: <strong /> }}
      />
    </p>
  );
}

/** One sentence for hats on which raters agree alike. */
function AgreementSentences({ report }: Props) {
  const { t } = useTranslation("report");
  const known = report.findings.agreement.filter((each) => each.finding !== null);
  if (known.length === 0)
    return <p>{t("glance.agree.unknown", { ...minimaOf(report.content) })}</p>;
  const byFinding = Map.groupBy(known, (each) => each.finding ?? "fair");
  const nameOf = (id: string) =>
    (report.hats.find((each) => each.key === id)?.name ?? id).toLowerCase();
  return [...byFinding].map(([finding, hats]) => (
    <p key={finding}>
      {t(`glance.agree.${finding}`, { hats: listed(hats.map((each) => nameOf(each.hat))) })}
    </p>
  ));
}

function Named({ report }: Props) {
  const { t } = useTranslation("report");
  const { places, right, anyCompetency } = report.findings;
  const nameOf = (id: string) => report.guides[id]?.name ?? id;
  if (!anyCompetency)
    return <p className="max-w-reading text-ink-muted">{t("glance.namedHidden")}</p>;
  return (
    <div className="grid max-w-reading gap-6 sm:grid-cols-[3fr_2fr]">
      <div>
        <h3 className="mb-2 font-semibold">{t("glance.places")}</h3>
        {places.length === 0 ? (
          <p className="text-ink-muted">{t("glance.placesNone")}</p>
        ) : (
          <ul className="grid gap-2">
            {places.slice(0, MOST_NAMED).map(({ id, direction }) => (
              <li key={id}>
                <Trans
                  t={t}
                  i18nKey={`glance.${direction}`}
                  values={{ name: nameOf(id) }}
                  components={{ strong: <strong /> }}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div>
        <h3 className="mb-2 font-semibold">{t("glance.right")}</h3>
        {right.length === 0 ? (
          <p className="text-ink-muted">{t("glance.rightNone")}</p>
        ) : (
          <ul className="grid gap-2">
            {right.slice(0, MOST_NAMED).map(({ id }) => (
              <li key={id}>{nameOf(id)}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
