import { useTranslation } from "react-i18next";
import { OneClick } from "~/ui/one-click.tsx";
import { usefulnessQuestion } from "../report/usefulness-question.ts";

type Props = { reportId: string; cycleName: string; rating: number | null };

/** One click: how useful a cycle was to its participant. It can be changed. */
export function UsefulnessForm({ rating, ...report }: Props) {
  const { t } = useTranslation("usefulness");
  const { choices, ...question } = usefulnessQuestion(t, report);
  return (
    <OneClick
      {...question}
      choices={choices.map((each) => ({ ...each, chosen: each.value === String(rating) }))}
    >
      {rating !== null && <p className="text-sm text-ink-muted">{t("thanks")}</p>}
    </OneClick>
  );
}
