import { useTranslation } from "react-i18next";
import { ChevronRightIcon } from "~/ui/icons.tsx";
import { Link } from "~/ui/link.tsx";
import type { TreeNode } from "../domain/org-tree.ts";
import { PersonLink } from "./person-link.tsx";

const LEVELS_OPEN = 2;

/** People with the people below them; the browser's own details, so it opens and closes without JavaScript. */
export function OrgTreeList({ nodes, level }: { nodes: readonly TreeNode[]; level: number }) {
  return (
    <ul
      className={
        level === 0
          ? "grid grid-cols-1 gap-2"
          : "ms-2 grid grid-cols-1 gap-2 border-s border-line py-1 ps-3 sm:ps-5"
      }
    >
      {nodes.map((node) => (
        <li key={node.person.id}>
          <div className="flex flex-wrap items-baseline gap-x-3 wrap-anywhere">
            <PersonLink id={node.person.id} name={node.person.name} />
            {node.person.jobTitle && (
              <span className="text-sm text-ink-muted">
                <bdi>{node.person.jobTitle}</bdi>
              </span>
            )}
          </div>
          {node.reports.length > 0 ? <Team node={node} level={level} /> : <Elsewhere node={node} />}
        </li>
      ))}
    </ul>
  );
}

function Team({ node, level }: { node: TreeNode; level: number }) {
  const { t } = useTranslation("people");
  const { person, direct, below } = node;
  return (
    <details open={level < LEVELS_OPEN}>
      <summary className="flex min-h-8 w-fit cursor-pointer items-center gap-1 rounded-small text-sm text-ink-muted pointer-coarse:min-h-11">
        <ChevronRightIcon className="turns size-4.5 shrink-0 transition-transform rtl:-scale-x-100" />
        <span className="sr-only">{person.name}: </span>
        <span>{t("tree.direct", { count: direct })}</span>
        {below > direct && (
          <>
            <span>·</span>
            <span>{t("tree.below", { count: below })}</span>
          </>
        )}
      </summary>
      <OrgTreeList nodes={node.reports} level={level + 1} />
    </details>
  );
}

/** Leads to the team of someone for whom there was no room here. */
function Elsewhere({ node: { person, direct, below } }: { node: TreeNode }) {
  const { t } = useTranslation("people");
  if (direct === 0) return null;
  return (
    <Link alone className="block w-fit py-1 text-sm" href={`/people/tree?from=${person.id}`}>
      {t("tree.more", { count: below, name: person.name })}
    </Link>
  );
}
