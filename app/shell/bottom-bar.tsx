import { useTranslation } from "react-i18next";
import { BaseLink } from "~/ui/base-link.tsx";
import { cx } from "~/ui/cx.ts";
import { MoreIcon } from "~/ui/icons.tsx";
import { Account } from "./account.tsx";
import type { Frame, NavigationItem } from "./frame.ts";
import { Waiting } from "./waiting.tsx";

const tab =
  "relative flex h-full w-full flex-col items-center justify-center gap-0.5 rounded-medium px-1 text-xs leading-4 no-underline";

function BarLink({ item }: { item: NavigationItem }) {
  return (
    <li className="min-w-0 flex-1">
      <BaseLink
        href={item.href}
        aria-current={item.current ? "page" : undefined}
        className={cx(
          tab,
          item.current
            ? "font-semibold text-accent before:absolute before:inset-x-4 before:top-0 before:h-0.75 before:rounded-b-full before:bg-accent-fill"
            : "text-ink-muted",
        )}
      >
        <span className="relative">
          {item.icon}
          <span className="absolute -top-2 inset-s-3.5">
            <Waiting count={item.waiting} />
          </span>
        </span>
        <span className="max-w-full truncate">{item.label}</span>
      </BaseLink>
    </li>
  );
}

function MoreLink({ item }: { item: NavigationItem }) {
  return (
    <li>
      <BaseLink
        href={item.href}
        aria-current={item.current ? "page" : undefined}
        className={cx(
          "flex min-h-11 items-center gap-3 rounded-medium px-2 no-underline",
          item.current ? "bg-sunken font-semibold" : "text-ink",
        )}
      >
        <span className="text-ink-faint">{item.icon}</span>
        <span className="flex-1">{item.label}</span>
        <Waiting count={item.waiting} />
      </BaseLink>
    </li>
  );
}

/** The first four places, and the rest behind "More"; opens without JavaScript. */
export function BottomBar(props: Frame) {
  const { t } = useTranslation("shell");
  const { navigation, secondary = [], returnTo } = props;
  const shown = navigation.slice(0, 4);
  const rest = [...navigation.slice(4), ...secondary];
  // A new page closes the list again, also when the router kept the frame in place.
  const place = `${returnTo ?? ""} ${[...navigation, ...secondary].find((item) => item.current)?.href ?? ""}`;
  return (
    <nav
      aria-label={t("navigation")}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden"
    >
      <ul className="mx-auto flex h-bar max-w-form items-stretch px-1">
        {shown.map((item) => (
          <BarLink key={item.href} item={item} />
        ))}
        <li className="min-w-0 flex-1">
          <details key={place} className="group h-full">
            <summary className={cx(tab, "text-ink-muted group-open:text-ink")}>
              <MoreIcon strokeWidth="2.5" />
              <span>{t("more")}</span>
            </summary>
            <div className="absolute inset-x-0 bottom-full max-h-[70dvh] overflow-y-auto border-t border-line bg-surface p-4 shadow-high">
              {rest.length > 0 && (
                <ul className="mb-4 flex flex-col border-b border-line pb-3">
                  {rest.map((item) => (
                    <MoreLink key={item.href} item={item} />
                  ))}
                </ul>
              )}
              <Account {...props} />
            </div>
          </details>
        </li>
      </ul>
    </nav>
  );
}
