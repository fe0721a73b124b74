import { useTranslation } from "react-i18next";
import { useOutletContext } from "react-router";
import { daysAfter } from "~/platform/calendar/days.ts";
import { listed, writtenDate } from "~/platform/i18n/format.ts";
import { AsidePart } from "~/ui/with-aside.tsx";
import { type CycleKind, needsOthers } from "../../domain/cycle-kind.ts";
import type { Nominator } from "../../domain/rater-rules.ts";
import type { SetupFacts } from "./setup-facts.ts";

type Dates = Pick<
  SetupFacts["cycle"],
  | "nominateBy"
  | "opensOn"
  | "closesOn"
  | "closesItself"
  | "reminderDays"
  | "releaseMode"
  | "releaseOn"
>;

type Ahead = Dates & { kind: CycleKind; nominatedBy: Nominator };

/** What comes after a step of a cycle, as it was saved or as it is being typed. */
export function NextAside({ typed = {} }: { typed?: Partial<Dates> }) {
  const { cycle } = useOutletContext<SetupFacts>();
  return <NextParts {...{ ...cycle, ...typed }} nominatedBy={cycle.rules.nominatedBy} />;
}

/** What comes, with its days, and what can still be changed then. */
export function NextParts({ kind, nominatedBy, closesOn, ...dates }: Ahead) {
  const { t } = useTranslation("setup-aside");
  const asked = needsOthers(kind) && nominatedBy !== "hr" && dates.nominateBy;
  const reminders = closesOn
    ? dates.reminderDays.map((days) => writtenDate(daysAfter(closesOn, -days)))
    : [];
  const steps = [
    ...(asked
      ? [
          {
            key: "choose",
            when: t("next.until", { date: writtenDate(asked) }),
            what: t(`next.choose.${nominatedBy}`),
          },
        ]
      : []),
    {
      key: "launch",
      when: dates.opensOn
        ? t("next.meant", { date: writtenDate(dates.opensOn) })
        : t("next.launch"),
      what: t("next.letters"),
    },
    ...(reminders.length > 0
      ? [{ key: "remind", when: listed(reminders), what: t("next.remind") }]
      : []),
    {
      key: "close",
      when: closesOn ? t("next.until", { date: writtenDate(closesOn) }) : t("next.noDate"),
      what: t(dates.closesItself ? "next.closesItself" : "next.closes"),
    },
    {
      key: "release",
      when:
        dates.releaseMode === "date" && dates.releaseOn
          ? writtenDate(dates.releaseOn)
          : t("next.after"),
      what: t(`next.release.${dates.releaseMode}`),
    },
  ];
  return (
    <>
      <AsidePart title={t("next.title")}>
        <ol className="grid gap-2.5">
          {steps.map(({ key, when, what }) => (
            <li key={key}>
              <span className="block text-sm font-semibold">{when}</span>
              <span className="text-ink-muted">{what}</span>
            </li>
          ))}
        </ol>
      </AsidePart>
      <AsidePart title={t("change.title")}>
        <ul className="grid gap-1.5 text-ink-muted">
          {(["before", "after", "never"] as const).map((each) => (
            <li key={each}>{t(`change.${each}`)}</li>
          ))}
        </ul>
      </AsidePart>
    </>
  );
}
