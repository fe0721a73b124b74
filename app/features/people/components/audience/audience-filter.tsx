import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import { Checkbox } from "~/ui/checkbox.tsx";
import { Select } from "~/ui/select.tsx";
import { TextField } from "~/ui/text-field.tsx";
import type { AudiencePage } from "../../domain/audience.ts";
import type { PeopleFilter } from "../../domain/find-people.ts";

type Props = {
  page: Pick<AudiencePage, "departments" | "levels" | "managers">;
  filter: PeopleFilter;
};

const asOption = (value: string) => ({ value, label: value });

/** Narrows the people down. Its button is the form's first, so Enter in the search presses it. */
export function AudienceFilter({ page, filter }: Props) {
  const { t } = useTranslation("audience");
  return (
    <search className="grid gap-4 rounded-large border border-line bg-surface p-4 sm:p-5">
      <div className="grid items-end gap-x-4 gap-y-3 max-sm:grid-cols-2 sm:grid-cols-[2fr_1fr_1fr_1fr]">
        <TextField
          name="q"
          type="search"
          label={t("filter.search")}
          defaultValue={filter.search}
          width="full"
          className="max-sm:col-span-2"
        />
        <Select
          name="department"
          label={t("filter.department")}
          placeholder={t("filter.all")}
          options={page.departments.map(asOption)}
          defaultValue={filter.department}
          width="full"
        />
        <Select
          name="level"
          label={t("filter.level")}
          placeholder={t("filter.all")}
          options={page.levels.map(asOption)}
          defaultValue={filter.level}
          width="full"
        />
        <Select
          name="below"
          label={t("filter.below")}
          placeholder={t("filter.anyone")}
          options={page.managers.map(({ id, name, below }) => ({
            value: id,
            label: t("filter.manager", { name, count: below }),
          }))}
          defaultValue={filter.below}
          width="full"
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Checkbox
          name="managers"
          value="yes"
          label={t("filter.managersOnly")}
          defaultChecked={filter.managersOnly}
        />
        <Checkbox
          name="chosen"
          value="yes"
          label={t("filter.chosenOnly")}
          defaultChecked={filter.chosenOnly}
        />
        <Button name="intent" value="show" className="sm:ms-auto">
          {t("filter.apply")}
        </Button>
      </div>
    </search>
  );
}
