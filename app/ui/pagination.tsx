import { useTranslation } from "react-i18next";
import { ButtonLink } from "./button.tsx";
import { ArrowLeftIcon, ArrowRightIcon } from "./icons.tsx";

export interface PaginationProps {
  /** From 1. */
  page: number;
  pages: number;
  href: (page: number) => string;
  /** Names it where a page has several. */
  label?: string;
}

/** Goes through a long list page by page; nothing when there is only one. */
export function Pagination({ page, pages, href, label }: PaginationProps) {
  const { t } = useTranslation("ui");
  if (pages <= 1) return null;
  return (
    <nav
      aria-label={label ?? t("pagination.label")}
      className="flex flex-wrap items-center gap-3 pt-4"
    >
      {page > 1 && (
        <ButtonLink
          size="small"
          rel="prev"
          href={href(page - 1)}
          icon={<ArrowLeftIcon className="size-4 rtl:rotate-180" />}
        >
          {t("pagination.previous")}
        </ButtonLink>
      )}
      <span className="text-sm tabular-nums text-ink-muted">
        {t("pagination.place", { page, pages })}
      </span>
      {page < pages && (
        <ButtonLink size="small" rel="next" href={href(page + 1)}>
          {t("pagination.next")}
          <ArrowRightIcon className="size-4 rtl:rotate-180" />
        </ButtonLink>
      )}
    </nav>
  );
}
