import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge.tsx";
import { Facts } from "~/ui/facts.tsx";
import { Link } from "~/ui/link.tsx";
import { MailAddress } from "~/ui/mail-address.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import type { PersonAbout } from "../../by-hand/person-about.server.ts";
import { PersonLink } from "../person-link.tsx";

type Props = {
  about: PersonAbout;
  title: string;
  lead?: ReactNode;
  action?: ReactNode;
  /** Above who it is. */
  beside?: ReactNode;
  children: ReactNode;
};

/** A page on which something is done with somebody: what, and beside it who that is. */
export function PersonWork({ about, title, lead, action, beside, children }: Props) {
  const { t } = useTranslation(["people-edit", "people"]);
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        lead={lead}
        breadcrumbs={[
          { label: t("people:directory.title"), href: "/people" },
          { label: about.name, href: `/people/${about.id}` },
        ]}
        action={action}
      />
      <WithAside
        label={t("about.label")}
        aside={
          <>
            {beside}
            <WhoThisIs about={about} />
          </>
        }
      >
        <div className="grid max-w-reading grid-cols-1 gap-6">{children}</div>
      </WithAside>
    </>
  );
}

function WhoThisIs({ about }: { about: PersonAbout }) {
  const { t } = useTranslation(["people-edit", "people"]);
  const { id, name, status, manager, team } = about;
  const told = (["jobTitle", "department", "email", "employeeId"] as const).flatMap((field) => {
    const value = about[field];
    const details = field === "email" ? <MailAddress address={value ?? ""} /> : <bdi>{value}</bdi>;
    return value ? [{ term: t(`people:fields.${field}`), details }] : [];
  });
  return (
    <AsidePart title={t("about.title")}>
      <p className="mb-3 flex flex-wrap items-center gap-2">
        <PersonLink id={id} name={name} />
        {status === "inactive" && <Badge>{t("people:status.inactive")}</Badge>}
      </p>
      <Facts
        items={[
          ...told,
          ...(manager
            ? [{ term: t("people:fields.manager"), details: <PersonLink {...manager} /> }]
            : []),
          {
            term: t("people:person.team"),
            details:
              team === 0 ? (
                t("about.noTeam")
              ) : (
                <Link alone href={`/people/tree?from=${id}`}>
                  {t("people:tree.direct", { count: team })}
                </Link>
              ),
          },
        ]}
      />
    </AsidePart>
  );
}
