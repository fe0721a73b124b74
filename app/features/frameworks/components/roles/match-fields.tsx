import { useTranslation } from "react-i18next";
import { listedNames } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { FieldSet } from "~/ui/field-set.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import type { Looked } from "../../roles/look-at-role.server.ts";
import type { RoleFields } from "./role-fields.ts";

type Props = { look: Looked; form: RoleFields };

/** Who has a role: by title, level, department or name, with how many that are. */
export function MatchFields({ look, form }: Props) {
  const { t } = useTranslation("roles");
  return (
    <FieldSet id="match" legend={t("form.match")} legendSize="large" hint={t("form.matchHint")}>
      <div className="grid gap-5">
        <TextArea
          {...form.field("titles")}
          rows={3}
          label={t("form.titles")}
          hint={t("form.titlesHint")}
        />
        <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
          <TextArea
            {...form.field("levels")}
            rows={2}
            label={t("form.levels")}
            hint={t("form.levelsHint")}
          />
          <TextArea
            {...form.field("departments")}
            rows={2}
            label={t("form.departments")}
            hint={t("form.departmentsHint")}
          />
        </div>
        <RadioGroup
          {...form.field("join")}
          legend={t("form.join")}
          choices={[
            { value: "all", label: t("form.joinAll") },
            { value: "any", label: t("form.joinAny") },
          ]}
        />
        <TextArea
          {...form.field("people")}
          rows={2}
          label={t("form.people")}
          hint={t("form.peopleHint")}
        />
        <MatchCount look={look} />
        <Button className="w-fit" name="intent" value="look">
          {t("form.count")}
        </Button>
      </div>
    </FieldSet>
  );
}

/** Who would have the role today, and which lines find nobody; `quiet` where another place says it aloud. */
export function MatchCount({ look, quiet = false }: { look: Looked; quiet?: boolean }) {
  const { t } = useTranslation("roles");
  const { count, some, nobody, problems } = look.counted;
  const empty = (["titles", "levels", "departments"] as const).filter(
    (field) => nobody[field].length > 0,
  );
  return (
    <div
      role={quiet ? undefined : "status"}
      className="grid gap-1.5 rounded-large bg-sunken px-4 py-3"
    >
      <p className="font-semibold">{t("match.count", { count })}</p>
      {count > 0 && (
        <p className="text-ink-muted" dir="auto">
          {some.length < count
            ? t("match.some", { names: some.join(", "), count: count - some.length })
            : listedNames(some)}
        </p>
      )}
      {count === 0 && <p className="text-ink-muted">{t("match.nobody")}</p>}
      {empty.map((field) => (
        <p key={field}>
          {t(`match.none.${field}`, {
            lines: nobody[field].join("; "),
            count: nobody[field].length,
          })}
        </p>
      ))}
      {problems.map(({ code, values }) => (
        <p key={`${code} ${values?.line}`}>{t(`problems.${code}`, { ...values })}</p>
      ))}
    </div>
  );
}
