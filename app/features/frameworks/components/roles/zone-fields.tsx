import { useTranslation } from "react-i18next";
import { Checkbox } from "~/ui/checkbox.tsx";
import { FieldSet } from "~/ui/field-set.tsx";
import { Select } from "~/ui/select.tsx";
import type { LevelledFramework } from "../../domain/levelled/levelled-framework.ts";
import { zoneSteps } from "../../domain/roles/read-role-form.ts";
import type { RoleFields } from "./role-fields.ts";

type Props = { hats: LevelledFramework["hats"]; form: RoleFields; parent: string | null };

/** Between which amounts each hat suits a role. */
export function ZoneFields({ hats, form, parent }: Props) {
  const { t } = useTranslation("roles");
  const options = zoneSteps.map((step) => ({ value: String(step), label: t(`steps.${step}`) }));
  return (
    <FieldSet id="zone" legend={t("form.zone")} legendSize="large" hint={t("form.zoneHint")}>
      <Checkbox
        {...form.box("hasZone")}
        label={t("form.hasZone")}
        hint={parent === null ? undefined : t("form.zoneOfParent", { parent })}
      />
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {hats.flatMap(({ key, name }) =>
          (["low", "high"] as const).map((end) => (
            <Select
              key={`${key} ${end}`}
              {...form.field(`zone.${key}.${end}`)}
              label={t(`form.${end}`, { hat: name })}
              options={options}
            />
          )),
        )}
      </div>
    </FieldSet>
  );
}
