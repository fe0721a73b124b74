import { useTranslation } from "react-i18next";
import type { setSecondStepForInput } from "~/features/identity/index.server.ts";
import { SECOND_STEP_FOR, type SecondStepFor } from "~/features/identity/index.ts";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Select } from "~/ui/select.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { SettingForm } from "./setting-form.tsx";

type Props = { whom: SecondStepFor; answer: FormAnswer | undefined };

/** Of whom a second step of signing in is asked. */
export function SecondStepForm({ whom, answer }: Props) {
  const { t } = useTranslation("people");
  const form = useFormFields<typeof setSecondStepForInput>({
    id: "second-step",
    intent: "second-step",
    answer,
    start: { whom },
    say: ({ code }) => t(`access.problems.${code}`),
  });
  return (
    <SettingForm
      title={t("access.secondStep.title")}
      lead={t("access.secondStep.lead")}
      intent="second-step"
      form={form.form}
      save={t("access.secondStep.save")}
    >
      <Select
        {...form.field("whom")}
        label={t("access.secondStep.whom")}
        options={SECOND_STEP_FOR.map((value) => ({
          value,
          label: t(`access.secondStep.${value}`),
        }))}
      />
    </SettingForm>
  );
}
