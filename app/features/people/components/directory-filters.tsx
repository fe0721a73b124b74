import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import { Select } from "~/ui/select.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { type DirectoryQuery, directoryParameters } from "../domain/directory-query.ts";

type Props = {
  query: DirectoryQuery;
  departments: readonly string[];
  countries: readonly string[];
  showStatus: boolean;
};

const asOption = (value: string) => ({ value, label: value });

/** Search and filters as one form whose answer is an address. */
export function DirectoryFilters({ query, departments, countries, showStatus }: Props) {
  const { t } = useTranslation("people");
  return (
    <search>
      <form
        // A new key for every query: what was typed would otherwise outlive the address it belonged to.
        key={directoryParameters(query).toString()}
        method="get"
        action="/people"
        className="grid grid-cols-2 items-end gap-x-4 gap-y-3 pb-6 lg:grid-cols-[2fr_1fr_1fr_1fr_auto]"
      >
        {query.sort !== "name" && <input type="hidden" name="sort" value={query.sort} />}
        {query.descending && <input type="hidden" name="descending" value="yes" />}
        <TextField
          name="q"
          type="search"
          label={t("directory.search")}
          hint={t("directory.searchHint")}
          defaultValue={query.search}
          width="full"
          className="max-lg:col-span-2"
        />
        <Select
          name="department"
          label={t("fields.department")}
          placeholder={t("directory.all")}
          options={departments.map(asOption)}
          defaultValue={query.department}
          width="full"
        />
        <Select
          name="country"
          label={t("fields.country")}
          placeholder={t("directory.all")}
          options={countries.map(asOption)}
          defaultValue={query.country}
          width="full"
        />
        {showStatus && (
          <Select
            name="status"
            label={t("fields.status")}
            options={(["active", "inactive"] as const).map((value) => ({
              value,
              label: t(`status.${value}`),
            }))}
            defaultValue={query.status}
            width="full"
          />
        )}
        <Button className="w-fit">{t("directory.apply")}</Button>
      </form>
    </search>
  );
}
