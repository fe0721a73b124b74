import { lazy, type MouseEvent, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { BaseLink } from "~/ui/base-link.tsx";
import { cx } from "~/ui/cx.ts";
import { SearchIcon } from "~/ui/icons.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";

const Palette = lazy(() => import("./palette.tsx"));

/** Opens the search by its shortcut, in one place of the frame. */
export function useGoTo() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey)
        return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
  const palette = open && (
    <Suspense>
      <Palette close={() => setOpen(false)} />
    </Suspense>
  );
  return { open: () => setOpen(true), palette };
}

/** The way to the search from every page: a page of its own, and over the page where there is JavaScript. */
export function GoToLink({ open, narrow }: { open: () => void; narrow?: boolean }) {
  const { t } = useTranslation("shell");
  return (
    <BaseLink
      href="/search"
      onClick={(event: MouseEvent) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        open();
      }}
      className={cx(
        "flex items-center gap-2.5 rounded-medium text-ink-muted no-underline hover:text-ink pointer-coarse:min-h-11",
        narrow
          ? "min-w-11 justify-center p-2"
          : "min-h-9 border border-line bg-surface px-3 py-1.5 text-sm hover:border-line-strong",
      )}
    >
      <SearchIcon />
      {narrow ? (
        <VisuallyHidden>{t("search.open")}</VisuallyHidden>
      ) : (
        <>
          <span className="flex-1">{t("search.open")}</span>
          <span aria-hidden="true" className="text-xs text-ink-faint">
            {t("search.keys")}
          </span>
        </>
      )}
    </BaseLink>
  );
}
