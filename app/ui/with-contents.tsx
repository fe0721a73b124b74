import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "./cx.ts";
import { ChevronRightIcon } from "./icons.tsx";
import { useCurrentPart } from "./use-current-part.ts";
import { WithAside } from "./with-aside.tsx";

export interface ContentsItem {
  /** Of the part's heading. */
  id: string;
  title: string;
}

export interface WithContentsProps {
  contents: readonly ContentsItem[];
  /** Under the contents, where they stand beside the page; else at its end. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A long read: its contents stay beside it, or fold above it where there is no room. */
export function WithContents({ contents, aside, children }: WithContentsProps) {
  const { t } = useTranslation("ui");
  const current = useCurrentPart(contents);
  return (
    <WithAside
      size="contents"
      label={t("contents.aside")}
      aside={
        <>
          <nav aria-label={t("contents.title")} className="hidden text-sm beside:block">
            <h2 className="mb-2 font-semibold">{t("contents.title")}</h2>
            <List contents={contents} current={current} />
          </nav>
          {aside}
        </>
      }
    >
      <details
        className="group mb-4 border-y border-line beside:hidden print:hidden"
        data-print="never"
      >
        <summary className="flex min-h-11 items-center gap-2 font-medium">
          <ChevronRightIcon className="turns size-4 text-ink-faint rtl:-scale-x-100" />
          {t("contents.title")}
        </summary>
        <nav aria-label={t("contents.title")} className="pb-3">
          <List contents={contents} current={undefined} />
        </nav>
      </details>
      {children}
    </WithAside>
  );
}

type ListProps = { contents: readonly ContentsItem[]; current: string | undefined };

function List({ contents, current }: ListProps) {
  return (
    <ol className="border-s border-line">
      {contents.map(({ id, title }) => (
        <li key={id}>
          <a
            href={`#${id}`}
            aria-current={id === current ? "true" : undefined}
            className={cx(
              "-ms-px block border-s-2 py-1.5 ps-3.5 leading-5 no-underline pointer-coarse:py-3",
              id === current
                ? "border-accent-fill font-semibold text-ink"
                : "border-transparent text-ink-muted hover:text-ink",
            )}
          >
            {title}
          </a>
        </li>
      ))}
    </ol>
  );
}
