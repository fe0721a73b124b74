import { useTranslation } from "react-i18next";
import { TextField } from "~/ui/text-field.tsx";
import { CantSay } from "../../item/cant-say.tsx";
import type { FieldProps } from "../../item/field-props.ts";
import { Question } from "../../item/question.tsx";
import { RadioStrip } from "../../item/radio-strip.tsx";
import type { NumberView } from "./number.ts";

/** A few numbers to choose from side by side, or a number to type. */
export function NumberField(props: FieldProps<NumberView>) {
  const { t } = useTranslation("answering");
  const { item, value, problem } = props;
  const { low, high, ends, choices } = item;
  if (choices)
    return (
      <Question id={item.fields[""] ?? ""} text={item.text} problem={problem}>
        {ends && (
          <p className="clear-both mb-2 flex flex-wrap justify-between gap-x-6 text-sm text-ink-muted">
            <span>{`${low}: ${ends.low}`}</span>
            <span>{`${high}: ${ends.high}`}</span>
          </p>
        )}
        <RadioStrip {...props} choices={choices} isShort />
      </Question>
    );
  return (
    <>
      <TextField
        name={item.fields[""] ?? ""}
        type="number"
        inputMode="numeric"
        min={low}
        max={high}
        step={1}
        label={item.text}
        hint={t("kinds.number", { low, high })}
        optional={!item.owed}
        defaultValue={value("")}
        error={problem}
        width="short"
      />
      <CantSay {...props} />
    </>
  );
}
