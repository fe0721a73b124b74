import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ChevronRightIcon } from "./icons.tsx";
import { Link } from "./link.tsx";

export interface Crumb {
  label: string;
  href: string;
}

export interface PageHeaderProps {
  title: ReactNode;
  /** Small, over the title, such as the day. */
  eyebrow?: ReactNode;
  /** One sentence: what this page is for, or the state of the thing it shows. */
  lead?: ReactNode;
  /** The way here, without the page itself. */
  breadcrumbs?: readonly Crumb[];
  /** The one primary action. */
  action?: ReactNode;
  /** A badge or status beside the title. */
  status?: ReactNode;
}

function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useTranslation("ui");
  return (
    <nav aria-label={t("breadcrumb.label")}>
      <ol className="flex flex-wrap items-center gap-x-1 gap-y-0.5 text-sm text-ink-muted">
        {crumbs.map((crumb, index) => (
          <Fragment key={crumb.href}>
            {index > 0 && (
              <li aria-hidden="true" className="flex">
                <ChevronRightIcon className="size-4 text-ink-faint rtl:rotate-180" />
              </li>
            )}
            <li className="min-w-0 wrap-anywhere">
              <Link tone="plain" alone href={crumb.href}>
                {crumb.label}
              </Link>
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}

/** Where am I, what is this, what do I do next. */
export function PageHeader({ title, eyebrow, lead, breadcrumbs, action, status }: PageHeaderProps) {
  return (
    <header className="flex flex-col gap-3 pb-6 sm:pb-8 pointer-coarse:has-[>nav]:-mt-3 pointer-coarse:has-[>nav]:gap-0">
      {breadcrumbs && breadcrumbs.length > 0 && <Breadcrumbs crumbs={breadcrumbs} />}
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div className="min-w-0 max-w-reading flex-1 basis-80">
          {eyebrow && <p className="mb-1 text-sm font-semibold text-ink-muted">{eyebrow}</p>}
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <h1
              className="min-w-0 wrap-anywhere font-serif text-2xl font-semibold tracking-tight sm:text-3xl"
              dir="auto"
            >
              {title}
            </h1>
            {status}
          </div>
          {lead && <p className="mt-2 text-lg text-pretty text-ink-muted">{lead}</p>}
        </div>
        {action && (
          <div className="flex max-w-full shrink-0 flex-wrap gap-3 sm:pt-0.5">{action}</div>
        )}
      </div>
    </header>
  );
}
