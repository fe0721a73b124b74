import type { TFunction } from "i18next";
import { usefulnessRatings } from "../domain/usefulness-scale.ts";

/** How useful a cycle was to its participant, as a question. `t` writes in "cycle-running". */
export function usefulnessQuestion(
  t: TFunction<"cycle-running">,
  { reportId, cycleName }: { reportId: string; cycleName: string },
) {
  return {
    title: t("rate.title", { cycle: cycleName }),
    lead: t("rate.who"),
    action: `/reports/${reportId}/usefulness`,
    field: "rating",
    choices: usefulnessRatings.map((each) => ({
      value: String(each),
      label: t(`usefulness.ratings.${each}`),
      spoken: t("rate.value", { value: each }),
    })),
  };
}
