import { useTranslation } from "react-i18next";
import type { MatrixPage } from "../../matrix/matrix-page.server.ts";

/** Under the table: how many could stand in, and who alone. */
export function CoverFoot({ page: { cover, columns } }: { page: MatrixPage }) {
  const { t } = useTranslation("skills");
  return (
    <tfoot>
      <tr>
        <th
          scope="row"
          className="sticky inset-s-0 bottom-0 z-20 border-t border-line-strong bg-surface px-3 py-2 text-start font-medium"
        >
          {t("foot.could")}
          <span className="block text-xs font-normal text-ink-muted">
            {t("foot.level", { level: cover.level })}
          </span>
        </th>
        {cover.could.map(({ count, only }, at) => (
          <td
            key={columns[at]?.id}
            className="sticky bottom-0 z-10 border-t border-line-strong bg-surface px-2 py-2 align-middle tabular-nums"
          >
            {only === null ? (
              count
            ) : (
              <span className="block text-xs leading-4 font-medium wrap-anywhere" dir="auto">
                {t("foot.only", { name: only })}
              </span>
            )}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
