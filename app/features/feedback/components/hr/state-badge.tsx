import { useTranslation } from "react-i18next";
import type { RoundState } from "~/features/rounds/domain/index.ts";
import { Badge, type BadgeProps } from "~/ui/badge.tsx";
import { CheckIcon, ClockIcon, CloseIcon, EditIcon } from "~/ui/icons.tsx";

const looks: Record<RoundState, Omit<BadgeProps, "children">> = {
  draft: { tone: "neutral", icon: <EditIcon /> },
  nominating: { tone: "accent", icon: <ClockIcon /> },
  collecting: { tone: "accent", icon: <ClockIcon /> },
  closing: { tone: "accent", icon: <ClockIcon /> },
  closed: { tone: "accent", icon: <CheckIcon /> },
  released: { tone: "success", icon: <CheckIcon /> },
  "called-off": { tone: "neutral", icon: <CloseIcon /> },
};

type Props = {
  state: RoundState;
  /** Closed, and may still be reopened: no report is being made yet. */
  waiting?: boolean;
};

/** Where a cycle stands, in a word or two. */
export function StateBadge({ state, waiting = false }: Props) {
  const { t } = useTranslation("feedback-hr");
  return (
    <Badge {...looks[state]}>
      {t(`states.${state === "closing" && waiting ? "waiting" : state}`)}
    </Badge>
  );
}
