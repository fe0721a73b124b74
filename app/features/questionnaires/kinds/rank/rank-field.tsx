import { useTranslation } from "react-i18next";
import { Select } from "~/ui/select.tsx";
import { CantSay } from "../../item/cant-say.tsx";
import type { FieldProps } from "../../item/field-props.ts";
import { Question } from "../../item/question.tsx";
import type { RankView } from "./rank.ts";

/** A place for each option. The page's script swaps two that want the same one. */
export function RankField(props: FieldProps<RankView>) {
  const { t } = useTranslation("answering");
  const { item, value, problem } = props;
  const places = item.choices.map((_, index) => String(index + 1));
  return (
    <Question id={`rank-${item.key}`} text={item.text} problem={problem}>
      <div className="clear-both">
        <p className="mb-3 text-sm text-ink-muted">{t("kinds.rank", { last: places.length })}</p>
        <div className="grid gap-3" data-rank>
          {item.choices.map(({ value: each, label }) => (
            <Select
              key={each}
              name={item.fields[String(each)] ?? ""}
              label={label}
              options={places.map((place) => ({ value: place, label: place }))}
              placeholder={t("kinds.noPlace")}
              defaultValue={value(String(each))}
              width="short"
              className="sm:flex-row-reverse sm:items-center sm:justify-end sm:gap-3"
            />
          ))}
        </div>
        <CantSay {...props} />
      </div>
    </Question>
  );
}
