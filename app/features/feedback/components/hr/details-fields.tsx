import { useTranslation } from "react-i18next";
import type { InstrumentChoice } from "~/features/questionnaires/index.server.ts";
import { PreviewLink } from "~/features/rounds/index.ts";
import type { Problem } from "~/platform/errors/problem.ts";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { TextField } from "~/ui/text-field.tsx";
import type { FormFields } from "~/ui/use-form-fields.ts";
import { cycleKinds } from "../../domain/cycle-kind.ts";
import type { cycleDetails } from "../../domain/cycle-setup.ts";

type Props = {
  form: Pick<FormFields<typeof cycleDetails>, "field">;
  instruments: readonly InstrumentChoice[];
  /** The cycle as whose raters would see the questions; left out where there is none yet. */
  cycleId?: string;
  /** Said under the kinds when people were chosen already. */
  kindHint?: string | undefined;
};

/** What is wrong with a detail, in words. */
export function useDetailsProblem() {
  const { t } = useTranslation("feedback-hr");
  return ({ field }: Problem) => t(`details.problems.${field}`);
}

/** A cycle's name, kind and questionnaire. */
export function DetailsFields({ form, instruments, cycleId, kindHint }: Props) {
  const { t } = useTranslation("feedback-hr");
  const { t: tSetup } = useTranslation("cycle-setup");
  return (
    <>
      <TextField
        {...form.field("name")}
        label={t("details.name")}
        hint={t("details.nameHint")}
        autoComplete="off"
      />
      <RadioGroup
        {...form.field("kind")}
        legend={tSetup("kind.legend")}
        hint={kindHint}
        choices={cycleKinds.map((value) => ({
          value,
          label: tSetup(`kind.${value}.label`),
          hint: tSetup(`kind.${value}.hint`),
        }))}
      />
      <RadioGroup
        {...form.field("instrumentId")}
        legend={t("details.instrument")}
        choices={instruments.map(({ id, name: label, items, minutes, description }) => ({
          value: id,
          label,
          hint: t("details.items", { items, minutes, description }),
        }))}
      />
      {cycleId && (
        <ul className="grid gap-1 text-sm">
          {instruments.map(({ id, name }) => (
            <li key={id}>
              <PreviewLink roundId={cycleId} questionnaire={id} name={name} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
