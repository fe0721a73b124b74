import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import { Select } from "~/ui/select.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { groupings, type MatrixQuery, matrixParameters } from "../../domain/tables/matrix-query.ts";
import type { MatrixPage } from "../../matrix/matrix-page.server.ts";
import { LevelField, NarrowFields } from "./narrow-fields.tsx";

/** Narrows, groups and orders the table, by its address. */
export function MatrixForm({ page, query }: { page: MatrixPage; query: MatrixQuery }) {
  const { t } = useTranslation("skills");
  const isSorted = page.columns.some(({ id }) => id === query.sort);
  return (
    <search>
      <form
        key={matrixParameters(query).toString()}
        method="get"
        action="/skills"
        className="grid grid-cols-2 items-end gap-x-4 gap-y-3 pb-6 md:grid-cols-4"
      >
        <TextField
          name="q"
          type="search"
          label={t("narrow.search")}
          defaultValue={query.search}
          width="full"
        />
        <NarrowFields page={page} query={query} groups={page.groups} />
        <LevelField
          label={t("narrow.level")}
          levels={page.framework.levels}
          chosen={query.level}
          none={t("narrow.noLevel")}
        />
        <Select
          name="sort"
          label={t("narrow.sort")}
          options={[
            { value: "", label: t("sort.name") },
            { value: "gap", label: t("sort.gap") },
            ...(isSorted
              ? page.columns
                  .filter(({ id }) => id === query.sort)
                  .map(({ id, name }) => ({ value: id, label: t("sort.competency", { name }) }))
              : []),
          ]}
          defaultValue={query.sort}
          width="full"
        />
        <Select
          name="by"
          label={t("narrow.by")}
          options={groupings.map((value) => ({ value, label: t(`by.${value}`) }))}
          defaultValue={query.by}
          width="full"
        />
        <Button className="w-fit">{t("narrow.apply")}</Button>
      </form>
    </search>
  );
}
