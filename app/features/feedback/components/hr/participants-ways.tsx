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

type Props = {
  cycleId: string;
  current: ParticipantWay;
  /** Whether everyone can take part: a file names people of the whole organisation. */
  whole?: boolean;
};

export function ParticipantsWays({ cycleId, current, whole = true }: Props) {
  const { t } = useTranslation("cycle-setup");
  return (
    <Tabs
      label={t("ways.label")}
      tabs={participantWays
        .filter((way) => whole || way !== "file")
        .map((way) => ({
          label: t(`ways.${way}`),
          href: wayPath(cycleId, way),
          current: way === current,
        }))}
    />
  );
}
