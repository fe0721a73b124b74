import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { BaseLink } from "~/ui/base-link.tsx";
import { BottomBar } from "./bottom-bar.tsx";
import { BrandLogo } from "./brand-logo.tsx";
import { BrandStyle } from "./brand-style.tsx";
import type { Frame } from "./frame.ts";
import { Mark } from "./mark.tsx";
import { GoToLink, useGoTo } from "./search/go-to.tsx";
import { Sidebar } from "./sidebar.tsx";
import { mainId, SkipLink } from "./skip-link.tsx";

export interface AppShellProps extends Frame {
  children: ReactNode;
}

function PhoneHeader({
  organisationName,
  brand,
  homeHref = "/",
  goTo,
}: Frame & { goTo: () => void }) {
  const { t } = useTranslation("shell");
  return (
    <header className="border-b border-line lg:hidden print:hidden">
      <div className="flex items-center gap-2.5 px-4 py-2.5">
        <BaseLink
          href={homeHref}
          className="flex items-center gap-2 rounded-medium font-serif text-lg font-semibold text-ink no-underline"
        >
          {brand?.logo ? (
            <BrandLogo logo={brand.logo} name={t("product")} />
          ) : (
            <>
              <Mark className="size-7" />
              {t("product")}
            </>
          )}
        </BaseLink>
        <span className="min-w-0 flex-1 truncate text-sm text-ink-muted" dir="auto">
          {organisationName}
        </span>
        <GoToLink open={goTo} narrow />
      </div>
    </header>
  );
}

/** The frame of every signed-in page: sidebar on wide screens, a bar at the bottom on phones. */
export function AppShell({ children, ...props }: AppShellProps) {
  const goTo = useGoTo();
  return (
    <div className="lg:flex">
      <BrandStyle brand={props.brand ?? null} />
      <SkipLink />
      <Sidebar {...props} goTo={goTo.open} />
      <div className="min-w-0 flex-1 max-lg:pb-[calc(var(--bar-size)+env(safe-area-inset-bottom))]">
        <PhoneHeader {...props} goTo={goTo.open} />
        <main
          id={mainId}
          tabIndex={-1}
          className="mx-auto max-w-page px-4 pt-6 pb-16 sm:px-8 lg:px-10 lg:pt-9"
        >
          {children}
        </main>
      </div>
      <BottomBar {...props} />
      {goTo.palette}
    </div>
  );
}
