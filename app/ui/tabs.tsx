import { useEffect, useRef } from "react";
import { BaseLink } from "./base-link.tsx";
import { cx } from "./cx.ts";

export interface Tab {
  label: string;
  href: string;
  current?: boolean;
  /** Such as a number of entries. */
  count?: number;
}

/**
 * Parts of one page, each with its own address. Links in a navigation, not the tab role: pressing one
 * loads a page, and they work without JavaScript.
 */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  const list = useRef<HTMLUListElement>(null);
  const current = tabs.findIndex((tab) => tab.current);
  // On a phone the list scrolls sideways, and the part one is at may lie outside.
  useEffect(() => {
    const own = list.current?.children[current];
    if (own instanceof HTMLElement && list.current)
      list.current.scrollLeft =
        own.offsetLeft - list.current.offsetLeft - (list.current.clientWidth - own.clientWidth) / 2;
  }, [current]);
  return (
    <nav aria-label={label} className="border-b border-line">
      <ul ref={list} className="-mb-px flex gap-1 overflow-x-auto px-1 pt-1">
        {tabs.map((tab) => (
          <li key={tab.href} className="shrink-0">
            <BaseLink
              href={tab.href}
              preventScrollReset
              aria-current={tab.current ? "page" : undefined}
              className={cx(
                "flex min-h-control items-center gap-2 rounded-t-medium border-b-3 px-3 no-underline",
                tab.current
                  ? "border-accent-fill font-semibold text-ink"
                  : "border-transparent text-ink-muted hover:border-line-strong hover:text-ink",
              )}
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="rounded-full bg-sunken px-1.5 text-xs leading-5 font-medium tabular-nums text-ink-muted">
                  {tab.count}
                </span>
              )}
            </BaseLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
