import { useTranslation } from "react-i18next";
import { Checkbox } from "~/ui/checkbox.tsx";
import { FieldSet } from "~/ui/field-set.tsx";
import { Select } from "~/ui/select.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { TextField } from "~/ui/text-field.tsx";
import type { Framework } from "../domain/framework.ts";
import { type RoleForm, zoneSteps } from "../domain/read-role-form.ts";
import { importances } from "../domain/role-profile.ts";

export type RoleFramework = {
  hats: readonly Pick<Framework["hats"][number], "key" | "name">[];
  competencies: readonly Pick<Framework["competencies"][number], "key" | "name" | "hat">[];
};

type Props = {
  framework: RoleFramework;
  values: RoleForm;
  /** What is wrong, by field. */
  errors: Readonly<Record<string, string>>;
};

/** What a role is called, what matters most in it, and its zone. */
export function RoleFields({ framework, values, errors }: Props) {
  const { t } = useTranslation("frameworks");
  return (
    <>
      <TextField
        name="name"
        label={t("role.name")}
        hint={t("role.nameHint")}
        error={errors.name}
        defaultValue={values.name}
        autoComplete="off"
      />
      <TextArea
        name="titles"
        rows={3}
        label={t("role.titles")}
        hint={t("role.titlesHint")}
        error={errors.titles}
        defaultValue={values.titles}
      />
      <Importance {...{ framework, values, errors }} />
      <Zone {...{ framework, values, errors }} />
    </>
  );
}

function Importance({ framework, values, errors }: Props) {
  const { t } = useTranslation("frameworks");
  const options = [
    { value: "", label: t("role.levels.ordinary") },
    ...importances.map((value) => ({ value, label: t(`role.levels.${value}`) })),
  ];
  return (
    <FieldSet
      id="importance"
      legend={t("role.importance")}
      legendSize="large"
      hint={t("role.importanceHint")}
      error={errors.importance}
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
                  name={`importance-${competency.key}`}
                  label={competency.name}
                  options={options}
                  defaultValue={values.importance[competency.key] ?? ""}
                />
              ))}
          </div>
        </FieldSet>
      ))}
    </FieldSet>
  );
}

function Zone({ framework, values, errors }: Props) {
  const { t } = useTranslation("frameworks");
  const options = zoneSteps.map((step) => ({
    value: String(step),
    label: t(`role.steps.${step}`),
  }));
  return (
    <FieldSet id="zone" legend={t("role.zone")} legendSize="large" hint={t("role.zoneHint")}>
      <Checkbox name="hasZone" label={t("role.hasZone")} defaultChecked={values.hasZone} />
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {framework.hats.flatMap(({ key, name }) => [
          <Select
            key={`${key}-low`}
            name={`zone-${key}`}
            label={t("role.from", { hat: name })}
            options={options}
            error={errors[`zone-${key}`]}
            defaultValue={values.zone[key]?.low}
          />,
          <Select
            key={`${key}-high`}
            name={`zone-${key}-high`}
            label={t("role.to", { hat: name })}
            options={options}
            defaultValue={values.zone[key]?.high}
          />,
        ])}
      </div>
    </FieldSet>
  );
}
