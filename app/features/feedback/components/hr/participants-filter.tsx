import { useTranslation } from "react-i18next";
import type { PeopleFilter } from "~/features/people/domain/index.ts";
import { Button } from "~/ui/button.tsx";
import { Checkbox } from "~/ui/checkbox.tsx";
import { Select } from "~/ui/select.tsx";
import { TextField } from "~/ui/text-field.tsx";
import type { ParticipantsStep } from "../../setup/participants-step.server.ts";

type Props = { step: Pick<ParticipantsStep, "departments" | "levels">; filter: PeopleFilter };

const asOption = (value: string) => ({ value, label: value });

/** Narrows the people down. Its button is the form's first, so Enter in the search presses it. */
export function ParticipantsFilter({ step, filter }: Props) {
  const { t } = useTranslation("feedback-hr");
  return (
    <search className="grid gap-4 rounded-large border border-line bg-surface p-4 sm:p-5">
      <div className="grid items-end gap-x-4 gap-y-3 max-sm:grid-cols-2 sm:grid-cols-[2fr_1fr_1fr]">
        <TextField
          name="q"
          type="search"
          label={t("setup.participants.search")}
          defaultValue={filter.search}
          width="full"
          className="max-sm:col-span-2"
        />
        <Select
          name="department"
          label={t("setup.participants.department")}
          placeholder={t("setup.participants.all")}
          options={step.departments.map(asOption)}
          defaultValue={filter.department}
          width="full"
        />
        <Select
          name="level"
          label={t("setup.participants.level")}
          placeholder={t("setup.participants.all")}
          options={step.levels.map(asOption)}
          defaultValue={filter.level}
          width="full"
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Checkbox
          name="managers"
          value="yes"
          label={t("setup.participants.managersOnly")}
          defaultChecked={filter.managersOnly}
        />
        <Checkbox
          name="chosen"
          value="yes"
          label={t("setup.participants.chosenOnly")}
          defaultChecked={filter.chosenOnly}
        />
        <Button name="intent" value="show" className="sm:ms-auto">
          {t("setup.participants.apply")}
        </Button>
      </div>
    </search>
  );
}
