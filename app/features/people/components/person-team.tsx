import { useTranslation } from "react-i18next";
import { Link } from "~/ui/link.tsx";
import { AsidePart } from "~/ui/with-aside.tsx";
import type { TreePerson } from "../domain/org-tree.ts";
import type { PersonPage } from "../person-reads.server.ts";
import { PersonLink } from "./person-link.tsx";

const MANAGERS_SHOWN = 6;
const TEAM_SHOWN = 12;

/** Beside somebody's page: the managers above and the team below. */
export function PersonTeam({ person }: { person: PersonPage }) {
  const { t } = useTranslation("people");
  const { id, name, reports } = person;
  const managers = person.path.toReversed().slice(0, MANAGERS_SHOWN);
  const team = reports.slice(0, TEAM_SHOWN);
  return (
    <>
      <AsidePart title={t("person.managers")}>
        {managers.length > 0 ? (
          <People people={managers} ordered />
        ) : (
          <p className="text-ink-muted">{t("person.nobody")}</p>
        )}
      </AsidePart>
      <AsidePart title={t("person.team")}>
        <p className="mb-2 text-ink-muted">
          {reports.length > 0
            ? t("person.reports", { count: reports.length, name })
            : t("person.noReports", { name })}
        </p>
        {team.length > 0 && <People people={team} />}
        {reports.length > team.length && (
          <p className="mt-2">
            <Link alone href={`/people/tree?from=${id}`}>
              {t("person.wholeTeam")}
            </Link>
          </p>
        )}
      </AsidePart>
    </>
  );
}

function People({ people, ordered = false }: { people: readonly TreePerson[]; ordered?: boolean }) {
  const List = ordered ? "ol" : "ul";
  return (
    <List className="grid gap-2">
      {people.map(({ id, name, jobTitle }) => (
        <li key={id} className="wrap-anywhere">
          <PersonLink id={id} name={name} />
          {jobTitle && (
            <span className="block text-sm text-ink-muted">
              <bdi>{jobTitle}</bdi>
            </span>
          )}
        </li>
      ))}
    </List>
  );
}
