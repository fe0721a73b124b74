import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "~/ui/cx.ts";
import { TitleContext } from "~/ui/page-title.tsx";
import { useBrand } from "./brand.ts";
import { BrandLogo } from "./brand-logo.tsx";
import { BrandStyle } from "./brand-style.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { Mark } from "./mark.tsx";
import { mainId, SkipLink } from "./skip-link.tsx";

const widths = { form: "max-w-form", reading: "max-w-reading" };

export interface PlainShellProps {
  children: ReactNode;
  /** Whose questionnaire or sign-in this is. */
  organisationName?: string;
  /** Small print: who sees what, help, language. */
  footer?: ReactNode;
  /** Beside the mark; the other languages, without one. */
  aside?: ReactNode;
  width?: keyof typeof widths;
  /** Above all of it: what is said of the page rather than on it. */
  above?: ReactNode;
}

/** The frame for raters and for signing in: the mark, one column, nowhere else to go. */
export function PlainShell({
  children,
  organisationName,
  footer,
  aside,
  width = "reading",
  above,
}: PlainShellProps) {
  const { t } = useTranslation("shell");
  const brand = useBrand();
  const column = cx("mx-auto w-full px-4 sm:px-6", widths[width]);
  return (
    <TitleContext value={organisationName ?? null}>
      <div className="flex min-h-dvh flex-col">
        <BrandStyle brand={brand} />
        <SkipLink />
        {above}
        <header className="border-b border-line">
          <div className={cx(column, "flex items-center gap-2.5 py-3")}>
            {brand?.logo ? (
              <BrandLogo logo={brand.logo} name={t("product")} />
            ) : (
              <>
                <Mark className="size-7" />
                <span className="font-serif text-lg font-semibold">{t("product")}</span>
              </>
            )}
            {organisationName && (
              <span className="min-w-0 truncate text-sm text-ink-muted" dir="auto">
                {organisationName}
              </span>
            )}
            <div className="ms-auto">{aside ?? <LanguageSwitch />}</div>
          </div>
        </header>
        <main
          id={mainId}
          tabIndex={-1}
          className={cx(column, "flex-1 pt-7 pb-16 sm:pt-10 print:pb-0")}
        >
          {children}
        </main>
        {footer && (
          <footer className="border-t border-line text-sm text-ink-muted print:hidden">
            <div className={cx(column, "py-5")}>{footer}</div>
          </footer>
        )}
      </div>
    </TitleContext>
  );
}
