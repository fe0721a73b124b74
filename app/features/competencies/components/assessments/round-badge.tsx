import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge.tsx";
import type { AssessmentRound } from "../../assessments/store/assessment-reads.server.ts";

/** Where a round of assessments stands, in a word. */
export function RoundBadge({ round }: { round: Pick<AssessmentRound, "state" | "paused"> }) {
  const { t } = useTranslation("assessments");
  const state = round.state === "collecting" && round.paused ? "paused" : round.state;
  return (
    <Badge {...(state === "collecting" ? { tone: "accent" as const } : {})}>
      {t(`state.${state}`)}
    </Badge>
  );
}
