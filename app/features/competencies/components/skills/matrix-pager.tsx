import { useTranslation } from "react-i18next";
import { whole } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { ArrowLeftIcon, ArrowRightIcon } from "~/ui/icons.tsx";
import { type MatrixQuery, matrixHref } from "../../domain/tables/matrix-query.ts";
import type { MatrixPage } from "../../matrix/matrix-page.server.ts";

/** Goes on to people who were not sent with the page; nothing where all of them were. */
export function MatrixPager({ page, query }: { page: MatrixPage; query: MatrixQuery }) {
  const { t } = useTranslation("skills");
  const { before, after, sent } = page.place;
  if (before === null && after === null) return null;
  return (
    <nav aria-label={t("pager.label")} className="flex flex-wrap items-center gap-3 pt-4">
      {before !== null && (
        <ButtonLink
          size="small"
          rel="prev"
          href={matrixHref(query, { page: before })}
          icon={<ArrowLeftIcon className="size-4 rtl:rotate-180" />}
        >
          {t("pager.before")}
        </ButtonLink>
      )}
      <span className="text-sm tabular-nums text-ink-muted">
        {t("pager.place", {
          ...{ from: whole(sent.from + 1), to: whole(sent.to), of: whole(page.shown) },
        })}
      </span>
      {after !== null && (
        <ButtonLink size="small" rel="next" href={matrixHref(query, { page: after })}>
          {t("pager.after")}
          <ArrowRightIcon className="size-4 rtl:rotate-180" />
        </ButtonLink>
      )}
    </nav>
  );
}

/** Goes through competencies, where there are more than stand beside each other. */
export function PartPager({ page, query }: { page: MatrixPage; query: MatrixQuery }) {
  const { t } = useTranslation("skills");
  const { part, parts, of } = page.part;
  if (parts <= 1) return null;
  return (
    <nav aria-label={t("parts.label")} className="flex flex-wrap items-center gap-3 pb-3 text-sm">
      {part > 1 && (
        <ButtonLink size="small" href={matrixHref(query, { part: part - 1 })}>
          {t("parts.before")}
        </ButtonLink>
      )}
      <span className="text-ink-muted">{t("parts.place", { part, parts, of: whole(of) })}</span>
      {part < parts && (
        <ButtonLink size="small" href={matrixHref(query, { part: part + 1 })}>
          {t("parts.after")}
        </ButtonLink>
      )}
    </nav>
  );
}
