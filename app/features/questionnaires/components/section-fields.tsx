import { useTranslation } from "react-i18next";
import type { PartData } from "../answering/questionnaire-view.ts";
import { CANT_SAY } from "../domain/answers.ts";
import { ItemField } from "./item-field.tsx";
import type { Shown } from "./shown.ts";

type Props = { data: PartData; section: PartData["sections"][number]; shown: Shown };

/** The behaviours of one competency, under what all of them ask. */
export function SectionFields({ data, section, shown }: Props) {
  const { t } = useTranslation("answering");
  const { ratings, cantSay } = shown.answers;
  return (
    <div lang={data.worded}>
      <h2
        tabIndex={-1}
        className="font-serif text-2xl font-semibold tracking-tight wrap-anywhere hyphens-auto outline-none sm:text-3xl"
      >
        {section.title}
      </h2>
      <p className="mt-2 text-ink-muted">{section.intro}</p>
      <p className="mt-6 mb-3 text-lg font-semibold" dir="auto">
        {section.stem}
      </p>
      {section.items.map((item) => (
        <ItemField
          key={item.index}
          item={item}
          labels={section.scaleLabels}
          cantSay={data.cantSayLabel}
          chosen={cantSay.includes(item.index) ? CANT_SAY : (ratings[item.index] ?? null)}
          problem={
            shown.problems.some((problem) => problem.field === `item-${item.index}`)
              ? t("problems.not-an-answer")
              : undefined
          }
        />
      ))}
    </div>
  );
}
