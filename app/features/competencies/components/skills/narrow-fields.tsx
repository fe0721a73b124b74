import { useTranslation } from "react-i18next";
import { Select } from "~/ui/select.tsx";

type Narrowable = {
  framework: { framework: string; name: string; levels: readonly string[] };
  frameworks: readonly { framework: string; name: string }[];
  departments: readonly string[];
  teams: readonly { id: string; name: string }[];
};

type Chosen = { department: string; team?: string; group?: string };

/** Whose levels of what a page is about: fields of a form whose answer is an address. */
export function NarrowFields({
  page,
  query,
  groups = [],
}: {
  page: Narrowable;
  query: Chosen;
  groups?: readonly { value: string; label: string }[];
}) {
  const { t } = useTranslation("skills");
  return (
    <>
      {page.frameworks.length > 1 ? (
        <Select
          name="framework"
          label={t("narrow.framework")}
          options={page.frameworks.map(({ framework, name }) => ({
            value: framework,
            label: name,
          }))}
          defaultValue={page.framework.framework}
          width="full"
        />
      ) : (
        <input type="hidden" name="framework" value={page.framework.framework} />
      )}
      <Select
        name="department"
        label={t("narrow.department")}
        placeholder={t("narrow.all")}
        options={page.departments.map((each) => ({ value: each, label: each }))}
        defaultValue={query.department}
        width="full"
      />
      {query.team !== undefined && (
        <Select
          name="team"
          label={t("narrow.team")}
          placeholder={t("narrow.all")}
          options={page.teams.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={query.team}
          width="full"
        />
      )}
      {query.group !== undefined && groups.length > 0 && (
        <Select
          name="group"
          label={t("narrow.group")}
          placeholder={t("narrow.all")}
          options={groups}
          defaultValue={query.group}
          width="full"
        />
      )}
    </>
  );
}

/** Which level is asked for; where `none` is given, none is a choice. */
export function LevelField({
  name = "level",
  label,
  levels,
  chosen,
  none,
}: {
  name?: string;
  label: string;
  levels: readonly string[];
  chosen: number;
  none?: string;
}) {
  const { t } = useTranslation("skills");
  return (
    <Select
      name={name}
      label={label}
      options={[
        ...(none === undefined ? [] : [{ value: "0", label: none }]),
        ...levels.map((each, at) => ({
          value: String(at + 1),
          label: t("narrow.levelChoice", { level: at + 1, name: each }),
        })),
      ]}
      defaultValue={String(chosen)}
      width="full"
    />
  );
}
