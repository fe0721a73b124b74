import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { FieldSet } from "~/ui/field-set.tsx";
import { Select } from "~/ui/select.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useTyped } from "~/ui/use-typed.ts";
import type {
  LevelledCompetency,
  LevelledFramework,
} from "../../domain/levelled/levelled-framework.ts";
import type { RoleForm } from "../../domain/roles/read-role-form.ts";
import { importances, weights } from "../../domain/roles/role.ts";
import type { Looked } from "../../roles/look-at-role.server.ts";
import type { RoleFields } from "./role-fields.ts";

type Props = {
  framework: LevelledFramework;
  rows: RoleForm["needs"];
  look: Looked;
  form: RoleFields;
  /** How many the words that were looked for found; null before. */
  found: number | null;
};

/** What a role needs, a row for each competency: the level, how much it is needed, how much it matters. */
export function NeedRows({ framework, rows, look, form, found }: Props) {
  const { t } = useTranslation("roles");
  const competencies = new Map(framework.competencies.map((each) => [each.id, each]));
  const isWhole = framework.competencies.every(({ id }) =>
    rows.some(({ competency }) => competency === id),
  );
  let group: string | null = null;
  return (
    <FieldSet
      id={form.field("needs").id}
      legend={t("form.needs")}
      legendSize="large"
      hint={t("form.needsHint")}
      error={form.field("needs").error}
    >
      {rows.map((row, at) => {
        const competency = competencies.get(row.competency);
        if (!competency) return null;
        const isFirst = competency.group !== group;
        group = competency.group;
        return (
          <div key={row.competency}>
            {isFirst && group !== null && (
              <h2 className="mt-4 mb-2 font-serif text-lg font-semibold" dir="auto">
                {group}
              </h2>
            )}
            <NeedRow {...{ framework, competency, row, at, look, form }} />
          </div>
        );
      })}
      {rows.length === 0 && <p className="text-ink-muted">{t("form.noRows")}</p>}
      {!isWhole && (
        <div className="mt-3 flex flex-wrap items-end gap-3">
          <TextField {...form.field("find")} label={t("form.find")} autoComplete="off" />
          <Button name="intent" value="look">
            {t("form.findAction")}
          </Button>
          {found !== null && (
            <p role="status" className="basis-full text-ink-muted">
              {t("form.found", { count: found })}
            </p>
          )}
        </div>
      )}
    </FieldSet>
  );
}

type RowProps = Omit<Props, "rows" | "found"> & {
  competency: LevelledCompetency;
  row: RoleForm["needs"][number];
  at: number;
};

function NeedRow({ framework, competency, row, at, look, form }: RowProps) {
  const { t } = useTranslation("roles");
  const field = (name: string) => form.field(`needs[${at}].${name}`);
  const typed = useTyped(form.form.id)?.[`needs[${at}].level`];
  const level = typed ?? field("level").defaultValue ?? row.level;
  const inherited = look.inherited.find(({ competency: id }) => id === competency.id);
  const counted = level === "" && inherited ? String(inherited.level ?? "open") : level;
  const anchor = competency.anchors[Number(counted) - 1];
  const { levels } = framework;
  const options = [
    {
      value: "",
      label: inherited
        ? t("form.asParent", {
            parent: look.parent,
            level: inherited.level ?? t("level.open"),
          })
        : t("form.notNeeded"),
    },
    ...(look.parent === null ? [] : [{ value: "none", label: t("form.dropped") }]),
    ...levels.map(({ name }, index) => ({
      value: String(index + 1),
      label: t("level.called", { level: index + 1, name }),
    })),
    { value: "open", label: t("level.openLong") },
  ];
  return (
    <div className="grid gap-3 border-t border-line py-4">
      <input type="hidden" name={`needs[${at}].competency`} value={competency.id} />
      <h3 className="font-semibold wrap-anywhere" dir="auto">
        {competency.name}
      </h3>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_minmax(0,1fr)]">
        <Select
          {...field("level")}
          label={t("form.levelOf")}
          aria-label={t("form.of", { what: t("form.levelOf"), name: competency.name })}
          options={options}
        />
        <Select
          {...field("weight")}
          label={t("form.weightOf")}
          aria-label={t("form.of", { what: t("form.weightOf"), name: competency.name })}
          options={weights.map((value) => ({ value, label: t(`weight.${value}`) }))}
        />
        <Select
          {...field("importance")}
          label={t("form.importanceOf")}
          aria-label={t("form.of", { what: t("form.importanceOf"), name: competency.name })}
          options={importances.map((value) => ({ value, label: t(`importance.${value}`) }))}
        />
      </div>
      {anchor && (
        <p className="text-sm text-ink-muted" dir="auto">
          {anchor}
        </p>
      )}
      {competency.anchors.some((each) => each !== null) && (
        <Disclosure summary={t("form.anchors", { name: competency.name })}>
          <ol className="grid gap-2 text-sm">
            {competency.anchors.map((each, index) => (
              <li key={index}>
                <span className="font-medium">
                  {t("level.called", { level: index + 1, name: levels[index]?.name })}
                </span>
                <span className="block text-ink-muted" dir="auto">
                  {each ?? t("level.noAnchor")}
                </span>
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </div>
  );
}
