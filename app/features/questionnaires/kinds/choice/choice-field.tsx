import { useTranslation } from "react-i18next";
import { TextField } from "~/ui/text-field.tsx";
import { CANT_SAY, TICKED } from "../../domain/answers.ts";
import { CantSay } from "../../item/cant-say.tsx";
import type { FieldProps } from "../../item/field-props.ts";
import { Question } from "../../item/question.tsx";
import { TickBox } from "../../item/tick-box.tsx";
import type { ChoiceView } from "./choice.ts";

const row =
  "flex min-h-11 w-fit max-w-full cursor-pointer items-center gap-3 rounded-medium px-2 hover:bg-sunken has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:outline-focus";

/** A list to choose one from, or several; what is not on it is typed below. */
export function ChoiceField(props: FieldProps<ChoiceView>) {
  const { t } = useTranslation("answering");
  const { item, value, problem } = props;
  const { choices, several, orElse } = item;
  const id = Object.values(item.fields)[0] ?? "";
  return (
    <Question id={id} text={item.text} problem={problem}>
      <div className="clear-both">
        {several && <p className="mb-1 px-2 text-sm text-ink-muted">{t("kinds.several")}</p>}
        {choices.map(({ value: each, label }) =>
          several ? (
            <TickBox
              key={each}
              name={item.fields[String(each)] ?? ""}
              label={label}
              isTicked={value(String(each)) === TICKED}
            />
          ) : (
            <Radio
              key={each}
              name={item.fields[""] ?? ""}
              value={String(each)}
              label={label}
              chosen={value("")}
            />
          ),
        )}
        {orElse !== null && (
          <TextField
            name={item.fields.other ?? ""}
            label={t("kinds.orElse")}
            optional
            maxLength={item.longest}
            defaultValue={value("other")}
            className="my-2 ps-10"
          />
        )}
        {several ? (
          <CantSay {...props} />
        ) : (
          item.cantSay !== null && (
            <Radio
              name={item.fields[""] ?? ""}
              value={CANT_SAY}
              label={item.cantSay}
              chosen={value("")}
            />
          )
        )}
      </div>
    </Question>
  );
}

type RadioProps = { name: string; value: string; label: string; chosen: string };

function Radio({ name, value, label, chosen }: RadioProps) {
  return (
    <label className={row}>
      <input
        type="radio"
        name={name}
        value={value}
        defaultChecked={chosen === value}
        className="size-5 shrink-0 accent-accent-fill outline-none"
      />
      <span className="wrap-anywhere">{label}</span>
    </label>
  );
}
