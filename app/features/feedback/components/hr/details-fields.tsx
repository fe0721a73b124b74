import { useTranslation } from "react-i18next";
import type { InstrumentChoice } from "~/features/frameworks/index.server.ts";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { TextField } from "~/ui/text-field.tsx";

export type DetailsProblem = "name" | "instrument";

type Props = {
  instruments: readonly InstrumentChoice[];
  name: string;
  instrumentId: string | undefined;
  problem: DetailsProblem | null;
};

/** A cycle's name and questionnaire. */
export function DetailsFields({ instruments, name, instrumentId, problem }: Props) {
  const { t } = useTranslation("feedback-hr");
  const errorOf = (field: DetailsProblem) =>
    problem === field ? t(`details.problems.${field}`) : undefined;
  return (
    <>
      <TextField
        name="name"
        label={t("details.name")}
        hint={t("details.nameHint")}
        error={errorOf("name")}
        defaultValue={name}
        autoComplete="off"
      />
      <RadioGroup
        name="instrument"
        legend={t("details.instrument")}
        error={errorOf("instrument")}
        defaultValue={instrumentId}
        choices={instruments.map(({ id, name: label, items, minutes, description }) => ({
          value: id,
          label,
          hint: t("details.items", { items, minutes, description }),
        }))}
      />
    </>
  );
}
