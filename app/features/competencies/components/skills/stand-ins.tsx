import { useTranslation } from "react-i18next";
import { listed } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { Select } from "~/ui/select.tsx";
import { Table } from "~/ui/table.tsx";
import type { CoverPage } from "../../cover/cover-page.server.ts";
import { type CoverQuery, coverParameters } from "../../domain/cover/cover-query.ts";

/** Who could stand in for one person, with what they miss and what nobody knows of them. */
export function StandIns({ page, query }: { page: CoverPage; query: CoverQuery }) {
  const { t } = useTranslation("skills");
  const { standIns } = page;
  return (
    <section aria-labelledby="stand-ins" className="grid gap-4">
      <h2 id="stand-ins" className="font-serif text-xl font-semibold">
        {t("standIns.title")}
      </h2>
      {page.people.length === 0 ? (
        <p className="text-ink-muted">{t("whatIf.narrowFirst")}</p>
      ) : (
        <form
          method="get"
          action="/skills/cover#stand-ins"
          key={coverParameters(query).toString()}
          className="flex flex-wrap items-end gap-3"
        >
          {[...coverParameters(query, { standin: "" })].map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <Select
            name="standin"
            label={t("standIns.for")}
            placeholder={t("whatIf.choose")}
            options={page.people.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={query.standin}
            width="medium"
          />
          <Button>{t("standIns.show")}</Button>
        </form>
      )}
      {standIns &&
        (standIns.needs.length === 0 ? (
          <p>{t("standIns.atNothing", { name: standIns.person.name, level: page.level })}</p>
        ) : (
          <>
            <p className="max-w-reading">
              {t("standIns.needs", {
                ...{ name: standIns.person.name, level: page.level },
                competencies: listed(standIns.needs),
              })}
            </p>
            {standIns.people.length === 0 ? (
              <p>{t("standIns.nobody")}</p>
            ) : (
              <Table
                caption={t("standIns.caption", { name: standIns.person.name })}
                count={standIns.more > 0 ? t("cover.more", { count: standIns.more }) : undefined}
                rows={standIns.people}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: "name",
                    header: t("table.person"),
                    rowHeader: true,
                    cell: ({ name }) => name,
                  },
                  {
                    key: "could",
                    header: t("standIns.could"),
                    cell: ({ could }) => listed(could),
                  },
                  {
                    key: "missing",
                    header: t("standIns.missing"),
                    cell: ({ missing }) => listed(missing),
                  },
                  {
                    key: "notAssessed",
                    header: t("standIns.notAssessed"),
                    cell: ({ notAssessed }) => listed(notAssessed),
                  },
                ]}
              />
            )}
          </>
        ))}
    </section>
  );
}
