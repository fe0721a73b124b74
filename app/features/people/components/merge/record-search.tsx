import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge.tsx";
import { Link } from "~/ui/link.tsx";
import { Panel } from "~/ui/panel.tsx";
import { SearchField } from "~/ui/search-field.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { MergePage, RecordShown } from "../../merge/merge-page.server.ts";

/** Looks for the other record of somebody. */
export function RecordSearch({ search, found, matching }: Omit<MergePage, "person" | "preview">) {
  const { t } = useTranslation("people-merge");
  return (
    <Panel title={t("search.label")} lead={t("search.hint")}>
      <SearchField label={t("search.label")} defaultValue={search} />
      {search !== "" && found.length === 0 && <p>{t("search.nobody", { search })}</p>}
      {found.length > 0 && (
        <ul className="divide-y divide-line">
          {found.map((record) => (
            <li
              key={record.id}
              className="flex flex-wrap items-center justify-between gap-3 py-3 sm:flex-nowrap"
            >
              <RecordFacts record={record} />
              <Link href={`?${new URLSearchParams({ other: record.id })}`}>
                <span aria-hidden="true">{t("search.chooseShort")}</span>
                <VisuallyHidden>{t("search.choose", { name: record.name })}</VisuallyHidden>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {matching > found.length && (
        <p className="text-sm text-ink-muted">{t("search.more", { count: matching })}</p>
      )}
    </Panel>
  );
}

/** What tells a record from another of the same name. */
export function RecordFacts({ record }: { record: RecordShown }) {
  const { t } = useTranslation(["people-merge", "people"]);
  const facts = [record.jobTitle, record.department, record.email].filter(Boolean).join(" · ");
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        <Link tone="quiet" href={`/people/${record.id}`}>
          <bdi>{record.name}</bdi>
        </Link>
        {record.status === "inactive" && <Badge>{t("people:status.inactive")}</Badge>}
      </p>
      <p className="text-sm text-ink-muted wrap-anywhere">{facts || t("none")}</p>
    </div>
  );
}
