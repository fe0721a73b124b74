import { useTranslation } from "react-i18next";
import { Link } from "~/ui/link.tsx";
import type { TreeGroup } from "../domain/own/framework-tree.ts";

type Competencies = readonly { id: string; name: string }[];

type Props = {
  groups: readonly TreeGroup[];
  competencies: Competencies;
  /** Where a competency is read. */
  competencyHref: (id: string) => string;
  /** Where a group is opened, if what stands in it is not shown here. */
  groupHref?: ((id: string) => string) | undefined;
};

/** Competencies in their groups, each a link to its page. */
export function FrameworkTree({ groups, competencies, ...hrefs }: Props) {
  return (
    <div className="grid max-w-reading gap-6">
      {competencies.length > 0 && <Names competencies={competencies} href={hrefs.competencyHref} />}
      {groups.length > 0 && (
        <ul className="grid gap-5">
          {groups.map((group) => (
            <Group key={group.id} group={group} {...hrefs} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Group({
  group,
  ...hrefs
}: { group: TreeGroup } & Pick<Props, "competencyHref" | "groupHref">) {
  const { t } = useTranslation("frameworks");
  const { id, name, description, count, groups, competencies } = group;
  return (
    <li className="grid gap-2">
      <p dir="auto" className="font-semibold">
        {hrefs.groupHref ? <Link href={hrefs.groupHref(id)}>{name}</Link> : name}
        {hrefs.groupHref && (
          <span className="ms-2 text-sm font-normal text-ink-muted">
            {t("own.inGroup", { count })}
          </span>
        )}
      </p>
      {description !== "" && (
        <p dir="auto" className="text-sm text-ink-muted">
          {description}
        </p>
      )}
      {(competencies.length > 0 || groups.length > 0) && (
        <div className="grid gap-4 border-s-2 border-line ps-4">
          {competencies.length > 0 && (
            <Names competencies={competencies} href={hrefs.competencyHref} />
          )}
          {groups.length > 0 && (
            <ul className="grid gap-4">
              {groups.map((below) => (
                <Group key={below.id} group={below} {...hrefs} />
              ))}
            </ul>
          )}
        </div>
      )}
    </li>
  );
}

function Names({
  competencies,
  href,
}: {
  competencies: Competencies;
  href: (id: string) => string;
}) {
  return (
    <ul className="grid gap-1">
      {competencies.map(({ id, name }) => (
        <li key={id}>
          <Link alone dir="auto" href={href(id)}>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
