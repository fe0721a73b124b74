import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { decimal } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { CloseIcon } from "~/ui/icons.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Select } from "~/ui/select.tsx";
import { Table } from "~/ui/table.tsx";
import type { CoverPage } from "../../cover/cover-page.server.ts";
import { writeChange } from "../../domain/cover/changes.ts";
import {
  type CoverQuery,
  coverHref,
  coverParameters,
  MOST_CHANGES,
} from "../../domain/cover/cover-query.ts";
import { shareOrLess } from "./cover-table.tsx";
import { LevelField } from "./narrow-fields.tsx";

/** What would change: somebody leaves or joins, is trained, or somebody new comes. Nothing is kept of it. */
export function WhatIf({ page, query }: { page: CoverPage; query: CoverQuery }) {
  const { t } = useTranslation("skills");
  const { changes, unknown, rows } = page.whatIf;
  return (
    <section aria-labelledby="what-if" className="grid gap-4">
      <h2 id="what-if" className="font-serif text-xl font-semibold">
        {t("whatIf.title")}
      </h2>
      <p className="max-w-reading text-ink-muted">{t("whatIf.lead")}</p>
      {unknown > 0 && <Notice>{t("whatIf.unknown", { count: unknown })}</Notice>}
      {changes.length > 0 && <Changes page={page} query={query} />}
      {changes.length > 0 &&
        (rows.length > 0 ? (
          <Table
            caption={t("whatIf.caption")}
            rows={rows}
            rowKey={({ competency }) => competency}
            columns={[
              {
                key: "competency",
                header: t("cover.competency"),
                rowHeader: true,
                cell: ({ competency }) => competency,
              },
              {
                key: "atLevel",
                header: t("whatIf.atLevel"),
                cell: ({ before, after }) =>
                  t("whatIf.change", { from: before.atLevel, to: after.atLevel }),
              },
              {
                key: "mean",
                header: t("cover.there"),
                cell: ({ before, after }) =>
                  t("whatIf.change", { from: decimal(before.mean, 1), to: decimal(after.mean, 1) }),
              },
              {
                key: "nobody",
                header: t("cover.nobody"),
                cell: ({ before, after }) =>
                  t("whatIf.change", {
                    from: shareOrLess(before.nobody),
                    to: shareOrLess(after.nobody),
                  }),
              },
            ]}
          />
        ) : (
          <p>{t("whatIf.nothing")}</p>
        ))}
      {query.changes.length < MOST_CHANGES ? (
        <Further page={page} query={query} />
      ) : (
        <p className="text-ink-muted">{t("whatIf.most", { count: MOST_CHANGES })}</p>
      )}
    </section>
  );
}

function Changes({ page, query }: { page: CoverPage; query: CoverQuery }) {
  const { t } = useTranslation("skills");
  return (
    <ul className="grid gap-2">
      {page.whatIf.changes.map(({ change, person, competency }) => {
        const text = writeChange(change);
        const level = "level" in change ? change.level : 0;
        return (
          <li key={text} className="flex flex-wrap items-center gap-3">
            <span>{t(`whatIf.said.${change.kind}`, { person, competency, level })}</span>
            <ButtonLink
              size="small"
              variant="quiet"
              preventScrollReset
              icon={<CloseIcon className="size-4" />}
              href={coverHref(query, {
                changes: query.changes.filter((each) => writeChange(each) !== text),
              })}
            >
              {t("whatIf.without")}
            </ButtonLink>
          </li>
        );
      })}
    </ul>
  );
}

function Further({ page, query }: { page: CoverPage; query: CoverQuery }) {
  const { t } = useTranslation("skills");
  const { team, elsewhere, competencies } = page.choices;
  const people = (name: string, label: string, options: typeof team) => (
    <Select
      name={name}
      label={label}
      placeholder={t("whatIf.choose")}
      options={options}
      width="full"
    />
  );
  const competency = (name: string) => (
    <Select
      name={name}
      label={t("cover.competency")}
      placeholder={t("whatIf.choose")}
      options={competencies}
      width="full"
    />
  );
  const level = (name: string) => (
    <LevelField
      name={name}
      label={t("whatIf.toLevel")}
      levels={page.framework.levels}
      chosen={page.level}
    />
  );
  if (team.length === 0) return <p className="text-ink-muted">{t("whatIf.narrowFirst")}</p>;
  return (
    <div className="grid items-start gap-6 md:grid-cols-2">
      <OneMore query={query} action={t("whatIf.do.train")}>
        {people("train", t("whatIf.train"), team)}
        {competency("in")}
        {level("toLevel")}
      </OneMore>
      <OneMore query={query} action={t("whatIf.do.go")}>
        {people("go", t("whatIf.go"), team)}
      </OneMore>
      <OneMore query={query} action={t("whatIf.do.new")}>
        <h3 className="font-semibold">{t("whatIf.new")}</h3>
        {competency("newIn")}
        {level("newLevel")}
      </OneMore>
      {elsewhere.length > 0 && (
        <OneMore query={query} action={t("whatIf.do.come")}>
          {people("come", t("whatIf.come"), elsewhere)}
        </OneMore>
      )}
    </div>
  );
}

/** Adds one change to those that stand in the address. */
function OneMore({
  query,
  action,
  children,
}: {
  query: CoverQuery;
  action: string;
  children: ReactNode;
}) {
  return (
    <form
      method="get"
      action="/skills/cover#what-if"
      key={coverParameters(query).toString()}
      className="grid gap-3 rounded-large border border-line bg-surface p-4"
    >
      {[...coverParameters(query)].map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Button size="small" className="w-fit">
        {action}
      </Button>
    </form>
  );
}
