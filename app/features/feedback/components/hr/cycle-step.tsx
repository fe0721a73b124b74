import { useTranslation } from "react-i18next";
import { whole, writtenDate } from "~/platform/i18n/format.ts";
import { CycleIcon } from "~/ui/icons.tsx";
import type { TendedCycle } from "../../cycle/home-page.server.ts";
import { NextStep } from "./next-step.tsx";

/** One cycle that needs something from HR. */
export function CycleStep({ tended, first }: { tended: TendedCycle; first: boolean }) {
  const { t } = useTranslation("feedback-hr");
  const { kind, cycle, chosen, nominateBy } = tended;
  const date = kind === "nominating" ? nominateBy : cycle.closesOn;
  return (
    <NextStep
      line={t(`home.cycle.${kind}.line`, { cycle: cycle.name })}
      detail={t(`home.cycle.${kind}.detail`, {
        count: cycle.participants,
        chosen: whole(chosen),
        answered: whole(cycle.answered),
        asked: whole(cycle.asked),
        date: date ? writtenDate(date) : "",
      })}
      action={t(`home.cycle.${kind}.action`)}
      href={`/cycles/${cycle.id}`}
      icon={<CycleIcon />}
      first={first}
    />
  );
}
