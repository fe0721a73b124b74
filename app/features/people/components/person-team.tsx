import { useTranslation } from "react-i18next";
import { Panel } from "~/ui/panel.tsx";
import type { TreePerson } from "../domain/org-tree.ts";
import type { PersonPage } from "../person-reads.server.ts";
import { PersonLink } from "./person-link.tsx";

const MANAGERS_SHOWN = 6;

/** The managers above someone and the team below. */
export function PersonTeam({ person }: { person: PersonPage }) {
  const { t } = useTranslation("people");
  const { name, reports } = person;
  const managers = person.path.toReversed().slice(0, MANAGERS_SHOWN);
  return (
    <div className="grid gap-6">
      <Panel title={t("person.managers")}>
        {managers.length > 0 ? <People people={managers} ordered /> : <p>{t("person.nobody")}</p>}
      </Panel>
      <Panel
        title={t("person.team")}
        lead={
          reports.length > 0
            ? t("person.reports", { count: reports.length, name })
            : t("person.noReports", { name })
        }
      >
        {reports.length > 0 && <People people={reports} />}
      </Panel>
    </div>
  );
}

function People({ people, ordered = false }: { people: readonly TreePerson[]; ordered?: boolean }) {
  const List = ordered ? "ol" : "ul";
  return (
    <List className="grid gap-2">
      {people.map(({ id, name, jobTitle }) => (
        <li key={id}>
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
