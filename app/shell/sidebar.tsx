import { useTranslation } from "react-i18next";
import { BaseLink } from "~/ui/base-link.tsx";
import { cx } from "~/ui/cx.ts";
import { Account } from "./account.tsx";
import { BrandLogo } from "./brand-logo.tsx";
import type { Frame, NavigationItem } from "./frame.ts";
import { Mark } from "./mark.tsx";
import { GoToLink } from "./search/go-to.tsx";
import { Waiting } from "./waiting.tsx";

function SidebarLink({ item }: { item: NavigationItem }) {
  return (
    <li>
      <BaseLink
        href={item.href}
        aria-current={item.current ? "page" : undefined}
        className={cx(
          "relative flex min-h-9 items-center gap-3 rounded-medium px-3 py-1.5 text-[0.9375rem] leading-5 no-underline pointer-coarse:min-h-11",
          item.current
            ? "bg-sunken font-semibold text-ink before:absolute before:inset-y-2 before:inset-s-0 before:w-0.75 before:rounded-full before:bg-accent-fill"
            : "text-ink-muted hover:bg-sunken hover:text-ink",
        )}
      >
        <span className={item.current ? "text-accent" : "text-ink-faint"}>{item.icon}</span>
        <span className="min-w-0 flex-1">{item.label}</span>
        <Waiting count={item.waiting} />
      </BaseLink>
    </li>
  );
}

function OrganisationName({ name }: { name: string }) {
  return (
    <span className="block text-sm leading-5 text-ink-muted wrap-anywhere" dir="auto">
      {name}
    </span>
  );
}

/** Where to go, on screens wide enough to keep it in sight. */
export function Sidebar(props: Frame & { goTo: () => void }) {
  const { t } = useTranslation("shell");
  const { navigation, secondary = [], organisationName, brand, homeHref = "/" } = props;
  return (
    <header className="sticky top-0 flex h-dvh w-sidebar shrink-0 flex-col gap-6 overflow-y-auto border-e border-line px-3 py-5 max-lg:hidden print:hidden">
      <BaseLink
        href={homeHref}
        className="flex items-center gap-2.5 rounded-medium px-2 text-ink no-underline"
      >
        {brand?.logo ? (
          <BrandLogo logo={brand.logo} name={t("product")} />
        ) : (
          <>
            <Mark />
            <span className="min-w-0">
              <span className="block font-serif text-lg leading-5 font-semibold">
                {t("product")}
              </span>
              <OrganisationName name={organisationName} />
            </span>
          </>
        )}
      </BaseLink>
      {brand?.logo && (
        <div className="-mt-4 px-2">
          <OrganisationName name={organisationName} />
        </div>
      )}
      <GoToLink open={props.goTo} />
      <nav aria-label={t("navigation")} className="flex flex-1 flex-col justify-between gap-6">
        <ul className="flex flex-col gap-0.5">
          {navigation.map((item) => (
            <SidebarLink key={item.href} item={item} />
          ))}
        </ul>
        {secondary.length > 0 && (
          <ul className="flex flex-col gap-0.5">
            {secondary.map((item) => (
              <SidebarLink key={item.href} item={item} />
            ))}
          </ul>
        )}
      </nav>
      <div className="border-t border-line px-2 pt-4">
        <Account {...props} />
      </div>
    </header>
  );
}
