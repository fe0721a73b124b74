import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge.tsx";

type Stands = { state: string; paused: boolean; kind?: string };

/** Where a pulse stands, or another round that somebody asked for, in a word. */
export function PulseBadge({ pulse }: { pulse: Stands }) {
  const { t } = useTranslation("pulses");
  const state = pulse.state === "collecting" && pulse.paused ? "paused" : pulse.state;
  return (
    <Badge {...(state === "collecting" ? { tone: "accent" as const } : {})}>
      {t(`state.${state}`, { context: pulse.kind })}
    </Badge>
  );
}
