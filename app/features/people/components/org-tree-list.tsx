import { useTranslation } from "react-i18next";
import { ChevronRightIcon } from "~/ui/icons.tsx";
import { Link } from "~/ui/link.tsx";
import type { TreeNode } from "../domain/org-tree.ts";
import { PersonLink } from "./person-link.tsx";

const LEVELS_OPEN = 2;

/** People with the people below them; the browser's own details, so it opens and closes without JavaScript. */
export function OrgTreeList({ nodes, level }: { nodes: readonly TreeNode[]; level: number }) {
  return (
    <ul className={level === 0 ? "grid gap-1" : "ms-3 grid gap-1 border-s border-line ps-4"}>
      {nodes.map((node) => (
        <li key={node.person.id}>
          {node.reports.length > 0 ? (
            <Team node={node} level={level} />
          ) : (
            <div className="py-1.5 ps-6">
              <Person node={node} />
              <Below node={node} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Team({ node, level }: { node: TreeNode; level: number }) {
  return (
    <details open={level < LEVELS_OPEN}>
      <summary className="flex min-h-9 cursor-pointer items-start gap-1 rounded-small py-1.5 pointer-coarse:min-h-11">
        <ChevronRightIcon className="turns mt-0.5 size-5 shrink-0 text-ink-muted transition-transform rtl:-scale-x-100" />
        <Person node={node} />
      </summary>
      <OrgTreeList nodes={node.reports} level={level + 1} />
    </details>
  );
}

function Person({ node: { person, direct, below } }: { node: TreeNode }) {
  const { t } = useTranslation("people");
  return (
    <span className="min-w-0">
      <PersonLink id={person.id} name={person.name} />
      <span className="flex flex-wrap gap-x-3 text-sm text-ink-muted">
        {person.jobTitle && <bdi>{person.jobTitle}</bdi>}
        {direct > 0 && <span>{t("tree.direct", { count: direct })}</span>}
        {below > direct && <span>{t("tree.below", { count: below })}</span>}
      </span>
    </span>
  );
}

/** Leads to the team of someone for whom there was no room here. */
function Below({ node: { person, direct, below } }: { node: TreeNode }) {
  const { t } = useTranslation("people");
  if (direct === 0) return null;
  return (
    <Link className="block pt-1 text-sm" href={`/people/tree?from=${person.id}`}>
      {t("tree.more", { count: below, name: person.name })}
    </Link>
  );
}
