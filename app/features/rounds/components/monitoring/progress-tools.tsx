import { useTranslation } from "react-i18next";
import { Link } from "~/ui/link.tsx";
import type { TableSort } from "~/ui/table.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { ProgressOrder } from "../../domain/progress-order.ts";
import { listHref, listQuery } from "./list-href.ts";
import type { Looked } from "./ways.ts";

/** The list as it is shown, all of it, as a file. */
export function ProgressDownloads({ roundId, query }: Looked) {
  const { t } = useTranslation("monitoring");
  return (
    <p className="flex flex-wrap gap-x-2 text-sm text-ink-muted">
      {t("download")}
      {(["csv", "xlsx"] as const).map((format) => (
        <Link
          key={format}
          href={`/rounds/${roundId}/progress.${format}?${listQuery({ ...query, page: 1 })}`}
          reloadDocument
        >
          <span aria-hidden="true">{t(format)}</span>
          <VisuallyHidden>{t(`${format}_for`)}</VisuallyHidden>
        </Link>
      ))}
    </p>
  );
}

/** What a heading that sorts needs: where it leads, and whether the list stands so. */
export function sortBy(
  { query, ways }: Looked,
  order: ProgressOrder,
  usual: ProgressOrder,
  direction: "ascending" | "descending" = "ascending",
): TableSort {
  return {
    href: listHref(ways.page, { ...query, page: 1, order: order === usual ? null : order }),
    direction: (query.order ?? usual) === order ? direction : "none",
  };
}
