import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Panel } from "~/ui/panel.tsx";
import type { OwnRound } from "../cycle/own-progress-reads.server.ts";

/** How a participant's own round is going: groups are counted only where that points at nobody. */
export function OwnRounds({ rounds }: { rounds: readonly OwnRound[] }) {
  const { t } = useTranslation("cycle-running");
  return (
    <div className="grid max-w-224 gap-4">
      {rounds.map(({ cycleId, cycleName, closesOn, groups }) => (
        <Panel
          key={cycleId}
          title={t("own.title", { cycle: cycleName })}
          lead={closesOn ? t("own.until", { date: writtenDate(closesOn) }) : undefined}
        >
          <ul className="grid gap-1.5">
            {groups.map(({ relationship, counts }) => (
              <li key={relationship}>
                {counts
                  ? t(`own.counts.${relationship}`, { ...counts })
                  : t(`own.asked.${relationship}`)}
              </li>
            ))}
          </ul>
          <p className="max-w-reading text-sm text-ink-muted">{t("own.why")}</p>
        </Panel>
      ))}
    </div>
  );
}
