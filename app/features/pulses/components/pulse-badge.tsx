import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge.tsx";

/** Where a pulse stands, in a word. */
export function PulseBadge({ pulse }: { pulse: { state: string; paused: boolean } }) {
  const { t } = useTranslation("pulses");
  const state = pulse.state === "collecting" && pulse.paused ? "paused" : pulse.state;
  return (
    <Badge {...(state === "collecting" ? { tone: "accent" as const } : {})}>
      {t(`state.${state}`)}
    </Badge>
  );
}
