import { useTranslation } from "react-i18next";
import { Link } from "~/ui/link.tsx";
import { Table } from "~/ui/table.tsx";
import type { Importance } from "../domain/role-profile.ts";
import type { KeptRoleProfile } from "../role-profile-reads.server.ts";

type Props = {
  profiles: readonly KeptRoleProfile[];
  /** In the framework's order, by its key. */
  competencies: Readonly<Record<string, readonly { id: string; name: string }[]>>;
};

const TITLES_SHOWN = 3;

export function RolesTable({ profiles, competencies }: Props) {
  const { t } = useTranslation("frameworks");
  const marked = ({ frameworkKey, importance }: KeptRoleProfile, wanted: Importance) =>
    (competencies[frameworkKey] ?? [])
      .filter(({ id }) => importance[id] === wanted)
      .map(({ name }) => name)
      .join(", ") || t("roles.none");
  const titlesOf = ({ titles }: KeptRoleProfile) => {
    const shown = titles.slice(0, TITLES_SHOWN).join("; ");
    const count = titles.length - TITLES_SHOWN;
    return count > 0 ? t("roles.moreTitles", { shown, count }) : shown;
  };
  return (
    <Table
      caption={t("roles.caption")}
      count={t("roles.count", { count: profiles.length })}
      rows={profiles}
      rowKey={(profile) => profile.id}
      columns={[
        {
          key: "name",
          header: t("roles.name"),
          rowHeader: true,
          cell: ({ id, name }) => (
            <Link tone="quiet" href={`/roles/${id}`} dir="auto">
              {name}
            </Link>
          ),
        },
        { key: "titles", header: t("roles.titles"), cell: titlesOf },
        {
          key: "essential",
          header: t("roles.essential"),
          cell: (profile) => marked(profile, "essential"),
        },
        {
          key: "important",
          header: t("roles.important"),
          cell: (profile) => marked(profile, "important"),
        },
        {
          key: "zone",
          header: t("roles.zone"),
          cell: ({ zone }) => t(zone ? "roles.zoneSet" : "roles.zoneNone"),
        },
      ]}
    />
  );
}
