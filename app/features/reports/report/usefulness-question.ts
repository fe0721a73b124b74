import type { TFunction } from "i18next";
import { usefulnessRatings } from "../domain/usefulness-scale.ts";

/** How useful a cycle was to its participant, as a question. `t` writes in "usefulness". */
export function usefulnessQuestion(
  t: TFunction<"usefulness">,
  { reportId, cycleName }: { reportId: string; cycleName: string },
) {
  return {
    title: t("title", { cycle: cycleName }),
    lead: t("who"),
    action: `/reports/${reportId}/usefulness`,
    field: "rating",
    choices: usefulnessRatings.map((each) => ({
      value: String(each),
      label: t(`result.ratings.${each}`),
      spoken: t("value", { value: each }),
    })),
  };
}
