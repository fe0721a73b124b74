import { useTranslation } from "react-i18next";
import { readersOf } from "~/features/rounds/domain/index.ts";
import { PreviewLink } from "~/features/rounds/index.ts";
import { dayAndHour, listed, writtenDate } from "~/platform/i18n/format.ts";
import { Link } from "~/ui/link.tsx";
import { AsidePart } from "~/ui/with-aside.tsx";
import type { CycleHead } from "../../running/running-page.server.ts";
import { LettersLine } from "./letters-line.tsx";

/** Beside the page of a round that runs: its dates, what its letters became, and who will read the reports. */
export function RoundAside({ head }: { head: CycleHead }) {
  const { t } = useTranslation(["cycle-running", "letters", "readers"]);
  const { cycle } = head;
  const { releaseMode, hrKeepsReports } = cycle;
  return (
    <>
      <Dates head={head} />
      <AsidePart title={t("aside.letters")}>
        <div className="grid gap-2 text-sm text-ink-muted">
          <LettersLine letters={head.letters} outbox={head.whole} />
          <p>
            <Link href={`/cycles/${cycle.id}/letters`}>{t("running.link", { ns: "letters" })}</Link>
          </p>
        </div>
      </AsidePart>
      <AsidePart title={t("aside.questions")}>
        <p className="text-sm">
          <PreviewLink roundId={cycle.id} />
        </p>
      </AsidePart>
      <AsidePart title={t("aside.readers")}>
        <p className="text-sm text-ink-muted">
          {t(`them.${readersOf({ releaseMode, hrKeepsReports })}`, { ns: "readers" })}
        </p>
      </AsidePart>
    </>
  );
}

function Dates({ head: { cycle, told } }: { head: CycleHead }) {
  const { t } = useTranslation("cycle-running");
  const collecting = cycle.state === "collecting";
  const dates: [string, string | null][] = [
    [t("aside.nominateBy"), collecting ? null : cycle.nominateBy],
    [t("aside.opened"), collecting ? cycle.opensOn : null],
    [t("aside.lastDay"), cycle.closesOn],
    [t("aside.releaseOn"), cycle.releaseMode === "date" ? cycle.releaseOn : null],
  ];
  return (
    <AsidePart title={t("aside.dates")}>
      <dl className="grid gap-1.5 text-sm">
        {dates.map(([term, date]) =>
          date === null ? null : (
            <div key={term} className="flex flex-wrap justify-between gap-x-4">
              <dt className="text-ink-muted">{term}</dt>
              <dd className="tabular-nums">{writtenDate(date)}</dd>
            </div>
          ),
        )}
        {cycle.reminderDays.length > 0 && (
          <div className="flex flex-wrap justify-between gap-x-4">
            <dt className="text-ink-muted">{t("aside.reminders")}</dt>
            <dd>
              {t("aside.remindersBefore", {
                count: Math.min(...cycle.reminderDays),
                days: listed(cycle.reminderDays.toSorted((a, b) => b - a).map(String)),
              })}
            </dd>
          </div>
        )}
        {collecting && (
          <div className="flex flex-wrap justify-between gap-x-4">
            <dt className="text-ink-muted">{t("aside.nextFigures")}</dt>
            <dd>{dayAndHour(told.next, told.zone)}</dd>
          </div>
        )}
      </dl>
      {cycle.closesItself && cycle.closesOn && (
        <p className="mt-2 text-sm text-ink-muted">
          {t("closesItself", { date: writtenDate(cycle.closesOn) })}
        </p>
      )}
    </AsidePart>
  );
}
