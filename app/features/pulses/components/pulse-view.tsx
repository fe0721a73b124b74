import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { listed, writtenDate } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Panel } from "~/ui/panel.tsx";
import type { PulsePage } from "../pulse/pulse-page.server.ts";
import { AskForm } from "./ask-form.tsx";
import { PulseBadge } from "./pulse-badge.tsx";

type Props = { page: PulsePage; isAsked: boolean; answer: FormAnswer | undefined };

/** What can be asked now, or what it waits for, and every pulse so far. */
export function PulseView({ page, isAsked, answer }: Props) {
  const { t } = useTranslation("pulses");
  const { pulses, turn } = page;
  const running = turn.kind === "running" ? pulses[0] : undefined;
  return (
    <div className="grid gap-10">
      {isAsked && running && <Notice tone="success">{t("said.asked")}</Notice>}
      <Turn page={page} answer={answer} />
      {page.notAsked.length > 0 && (
        <Panel title={t("notAsked.title")}>
          <ul className="grid list-disc gap-2 ps-5">
            {page.notAsked.map(({ title, why }) => (
              <li key={title} className="wrap-anywhere">
                <b className="font-semibold" dir="auto">
                  {title}
                </b>
                : {t(`notAsked.${why}`)}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {pulses.length > 0 && (
        <section aria-labelledby="pulses" className="grid gap-3">
          <h2 id="pulses" className="font-serif text-xl font-semibold">
            {t("past.title")}
          </h2>
          <ul className="grid divide-y divide-line">
            {pulses.map((pulse) => (
              <li
                key={pulse.id}
                className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
              >
                <span className="flex flex-wrap items-center gap-2">
                  {pulse.state === "done" ? (
                    <Link href={`/plan/pulse/${pulse.id}`}>
                      {t("past.line", { count: pulse.day })}
                    </Link>
                  ) : (
                    t("past.line", { count: pulse.day })
                  )}
                  <PulseBadge pulse={pulse} />
                </span>
                <span className="text-sm text-ink-muted">
                  {pulse.opensOn && t("past.asked", { date: writtenDate(pulse.opensOn) })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Turn({ page, answer }: Omit<Props, "isAsked">) {
  const { t } = useTranslation("pulses");
  const { turn, behaviours, counting, minimum, report, pulses } = page;
  if (turn.kind === "running") {
    const date = pulses[0]?.closesOn;
    return (
      <Panel title={t("running.title")}>
        <p>{t("running.body", { date: date ? writtenDate(date) : "" })}</p>
      </Panel>
    );
  }
  if (turn.kind === "over")
    return (
      <Panel title={t("over.title")}>
        <p>{t("over.body")}</p>
      </Panel>
    );
  if (behaviours.length === 0)
    return (
      <Panel
        title={t("noFocus.title")}
        action={<ButtonLink href={`/reports/${report.id}`}>{t("noFocus.open")}</ButtonLink>}
      >
        <p>{t("noFocus.body", { round: report.roundName })}</p>
      </Panel>
    );
  if (counting < minimum)
    return (
      <Panel title={t("few.title")}>
        <p>{t("few.body", { count: counting, minimum })}</p>
        <p>{t("few.instead")}</p>
      </Panel>
    );
  if (turn.kind === "later")
    return (
      <Panel title={t("later.title", { date: writtenDate(turn.from) })}>
        <p>
          {t("later.body", {
            count: turn.day,
            behaviours: listed(behaviours.map(({ label }) => label)),
          })}
        </p>
      </Panel>
    );
  return <AskForm page={page} day={turn.day} answer={answer} />;
}
