import { useTranslation } from "react-i18next";
import { Tabs } from "~/ui/tabs.tsx";
import { stepPath } from "./setup-steps.ts";

/** How participants can be chosen; each way is a page. */
export const participantWays = ["search", "list", "file"] as const;

export type ParticipantWay = (typeof participantWays)[number];

export function wayPath(cycleId: string, way: ParticipantWay): string {
  const step = stepPath(cycleId, "participants");
  return way === "search" ? step : `${step}/${way}`;
}

export function ParticipantsWays({
  cycleId,
  current,
}: {
  cycleId: string;
  current: ParticipantWay;
}) {
  const { t } = useTranslation("cycle-setup");
  return (
    <Tabs
      label={t("ways.label")}
      tabs={participantWays.map((way) => ({
        label: t(`ways.${way}`),
        href: wayPath(cycleId, way),
        current: way === current,
      }))}
    />
  );
}
