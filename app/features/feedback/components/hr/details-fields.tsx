import { useTranslation } from "react-i18next";
import type { InstrumentChoice } from "~/features/questionnaires/index.server.ts";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { cycleKinds } from "../../domain/cycle-kind.ts";

export type DetailsProblem = "name" | "kind" | "instrument";

type Props = {
  instruments: readonly InstrumentChoice[];
  name: string;
  kind: string;
  instrumentId: string | undefined;
  problem: DetailsProblem | null;
  /** Said under the kinds when people were chosen already. */
  kindHint?: string | undefined;
};

/** A cycle's name, kind and questionnaire. */
export function DetailsFields({ instruments, name, kind, instrumentId, problem, kindHint }: Props) {
  const { t } = useTranslation("feedback-hr");
  const { t: tSetup } = useTranslation("cycle-setup");
  const errorOf = (field: "name" | "instrument") =>
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
        name="kind"
        legend={tSetup("kind.legend")}
        hint={kindHint}
        error={problem === "kind" ? tSetup("kind.problem") : undefined}
        defaultValue={kind}
        choices={cycleKinds.map((value) => ({
          value,
          label: tSetup(`kind.${value}.label`),
          hint: tSetup(`kind.${value}.hint`),
        }))}
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
