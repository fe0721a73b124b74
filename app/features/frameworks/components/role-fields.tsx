import { useTranslation } from "react-i18next";
import { Checkbox } from "~/ui/checkbox.tsx";
import { FieldSet } from "~/ui/field-set.tsx";
import { Select } from "~/ui/select.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { TextField } from "~/ui/text-field.tsx";
import type { FormFields } from "~/ui/use-form-fields.ts";
import type { Framework } from "../domain/framework.ts";
import { type roleInput, zoneSteps } from "../domain/read-role-form.ts";
import { importances } from "../domain/role-profile.ts";

export type RoleFramework = {
  hats: readonly Pick<Framework["hats"][number], "key" | "name">[];
  competencies: readonly Pick<Framework["competencies"][number], "key" | "name" | "hat">[];
};

type Props = {
  framework: RoleFramework;
  form: FormFields<typeof roleInput>;
};

/** What a role is called, what matters most in it, and its zone. */
export function RoleFields({ framework, form }: Props) {
  const { t } = useTranslation("frameworks");
  return (
    <>
      <TextField
        {...form.field("name")}
        label={t("role.name")}
        hint={t("role.nameHint")}
        autoComplete="off"
      />
      <TextArea
        {...form.field("titles")}
        rows={3}
        label={t("role.titles")}
        hint={t("role.titlesHint")}
      />
      <Importance {...{ framework, form }} />
      <Zone {...{ framework, form }} />
    </>
  );
}

function Importance({ framework, form }: Props) {
  const { t } = useTranslation("frameworks");
  const options = [
    { value: "", label: t("role.levels.ordinary") },
    ...importances.map((value) => ({ value, label: t(`role.levels.${value}`) })),
  ];
  return (
    <FieldSet
      id={form.field("importance").id}
      legend={t("role.importance")}
      legendSize="large"
      hint={t("role.importanceHint")}
      error={form.field("importance").error}
    >
      {framework.hats.map(({ key, name }) => (
        <FieldSet
          key={key}
          id={`importance-of-${key}`}
          legend={<span className="text-lg">{name}</span>}
          className="mt-3"
        >
          <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
            {framework.competencies
              .filter(({ hat }) => hat === key)
              .map((competency) => (
                <Select
                  key={competency.key}
                  {...form.field(`importance.${competency.key}`)}
                  label={competency.name}
                  options={options}
                />
              ))}
          </div>
        </FieldSet>
      ))}
    </FieldSet>
  );
}

function Zone({ framework, form }: Props) {
  const { t } = useTranslation("frameworks");
  const options = zoneSteps.map((step) => ({
    value: String(step),
    label: t(`role.steps.${step}`),
  }));
  return (
    <FieldSet id="zone" legend={t("role.zone")} legendSize="large" hint={t("role.zoneHint")}>
      <Checkbox {...form.box("hasZone")} label={t("role.hasZone")} />
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {framework.hats.flatMap(({ key, name }) => [
          <Select
            key={`${key}-low`}
            {...form.field(`zone.${key}.low`)}
            label={t("role.from", { hat: name })}
            options={options}
          />,
          <Select
            key={`${key}-high`}
            {...form.field(`zone.${key}.high`)}
            label={t("role.to", { hat: name })}
            options={options}
          />,
        ])}
      </div>
    </FieldSet>
  );
}
