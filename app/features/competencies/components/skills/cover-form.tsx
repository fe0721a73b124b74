import { useTranslation } from "react-i18next";
import { shareText } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { Select } from "~/ui/select.tsx";
import type { CoverPage } from "../../cover/cover-page.server.ts";
import { writeChange } from "../../domain/cover/changes.ts";
import { type CoverQuery, coverParameters, presences } from "../../domain/cover/cover-query.ts";
import { LevelField, NarrowFields } from "./narrow-fields.tsx";

/** Whose cover of what, at which level, and how often anybody is there. */
export function CoverForm({ page, query }: { page: CoverPage; query: CoverQuery }) {
  const { t } = useTranslation("skills");
  return (
    <search>
      <form
        key={coverParameters(query).toString()}
        method="get"
        action="/skills/cover"
        className="grid grid-cols-2 items-end gap-x-4 gap-y-3 pb-6 md:grid-cols-4"
      >
        <NarrowFields page={page} query={query} groups={page.groups} />
        <LevelField
          label={t("narrow.atLevel")}
          levels={page.framework.levels}
          chosen={page.level}
        />
        <Select
          name="there"
          label={t("narrow.there")}
          options={presences.map((each) => ({
            value: String(each),
            label: shareText(each / 100),
          }))}
          defaultValue={String(query.there)}
          width="full"
        />
        {query.changes.map((change) => (
          <input
            key={writeChange(change)}
            type="hidden"
            name="change"
            value={writeChange(change)}
          />
        ))}
        <Button className="w-fit">{t("narrow.apply")}</Button>
      </form>
    </search>
  );
}
