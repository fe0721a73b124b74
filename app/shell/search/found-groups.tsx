import { useTranslation } from "react-i18next";
import type { FoundGroup } from "~/platform/feature/found.ts";
import { BaseLink } from "~/ui/base-link.tsx";

/** What the search answers. */
export type Found = { words: string; groups: readonly FoundGroup[] };

type Props = Found & {
  /** Told when somebody goes where a line leads. */
  onGo?: () => void;
};

/** What a search found, each kind under its name. */
export function FoundGroups({ words, groups, onGo }: Props) {
  const { t } = useTranslation("shell");
  if (groups.length === 0)
    return (
      <p role="status" className="text-ink-muted">
        {t("search.nothing", { words })}
      </p>
    );
  return groups.map(({ id, title, found }) => (
    <section key={id} aria-labelledby={`found-${id}`}>
      <h2 id={`found-${id}`} className="mb-1 text-sm font-semibold text-ink-muted">
        {title}
      </h2>
      <ul>
        {found.map(({ href, label, detail }) => (
          <li key={href}>
            <BaseLink
              href={href}
              onClick={onGo}
              className="flex min-h-11 flex-wrap items-center gap-x-3 rounded-medium px-2 py-1.5 text-ink no-underline hover:bg-sunken focus-visible:bg-sunken"
            >
              <bdi className="font-medium">{label}</bdi>
              {detail && <span className="text-sm text-ink-muted">{detail}</span>}
            </BaseLink>
          </li>
        ))}
      </ul>
    </section>
  ));
}
