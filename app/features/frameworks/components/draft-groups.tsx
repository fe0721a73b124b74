import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button.tsx";
import { PlusIcon } from "~/ui/icons.tsx";
import { Link } from "~/ui/link.tsx";

type Props = {
  id: string;
  /** Whether ESCO has a file that says what stands in what. */
  isOfEsco: boolean;
  groups: readonly { id: string; name: string; depth: number }[];
};

/** The tree of a draft's groups, each a link to its form. */
export function DraftGroups({ id, isOfEsco, groups }: Props) {
  const { t } = useTranslation("frameworks");
  return (
    <section className="grid max-w-reading gap-4" aria-labelledby="groups">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="groups" className="font-serif text-2xl">
          {t("own.groups", { count: groups.length })}
        </h2>
        <div className="flex flex-wrap gap-3">
          {isOfEsco && (
            <ButtonLink href={`/frameworks/${id}/draft/pillar`}>{t("own.pillar.title")}</ButtonLink>
          )}
          <ButtonLink href={`/frameworks/${id}/draft/group`} icon={<PlusIcon />}>
            {t("own.group.add")}
          </ButtonLink>
        </div>
      </div>
      <ul className="grid gap-1">
        {groups.map((group) => (
          <li key={group.id} style={{ paddingInlineStart: `${Math.min(group.depth, 8) * 1.5}rem` }}>
            <Link
              alone
              dir="auto"
              href={`/frameworks/${id}/draft/group?id=${encodeURIComponent(group.id)}`}
            >
              {group.name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
