import { useTranslation } from "react-i18next";
import { Form } from "react-router";
import { Button } from "~/ui/button.tsx";
import { Panel } from "~/ui/panel.tsx";
import { SearchField } from "~/ui/search-field.tsx";
import { Select } from "~/ui/select.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import { choosableRelationships } from "../../domain/relationship.ts";
import type { PersonFound } from "../../nomination-page.server.ts";

type Props = {
  participantId: string;
  found: readonly PersonFound[];
  matching: number;
  search: string;
};

/** Finds someone by name and adds them under a relationship. A search leads back here, not to the top of the page. */
export function AddRater({ participantId, found, matching, search }: Props) {
  const { t } = useTranslation("feedback-hr");
  return (
    <div id="add" className="scroll-mt-4">
      <Panel title={t("nomination.add.title")}>
        <SearchField
          label={t("nomination.add.search")}
          defaultValue={search}
          action={`/nominations/${participantId}#add`}
        />
        {search !== "" && found.length === 0 && (
          <p className="text-ink-muted">{t("nomination.add.none", { search })}</p>
        )}
        {found.length > 0 && (
          <ul className="divide-y divide-line border-y border-line">
            {found.map((person) => (
              <FoundPerson key={person.id} person={person} participantId={participantId} />
            ))}
          </ul>
        )}
        {matching > found.length && (
          <p className="text-sm text-ink-muted">
            {t("nomination.add.more", { shown: found.length, count: matching })}
          </p>
        )}
      </Panel>
    </div>
  );
}

function FoundPerson({ person, participantId }: { person: PersonFound; participantId: string }) {
  const { t } = useTranslation("feedback-hr");
  const { id, name, jobTitle, department, hasAddress, likely } = person;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2 py-3">
      <span className="min-w-0 flex-1 basis-48">
        <bdi className="font-medium">{name}</bdi>
        <span className="block text-sm text-ink-muted">
          {[jobTitle, department].filter(Boolean).join(" · ")}
        </span>
      </span>
      {hasAddress ? (
        <Form
          method="post"
          action={`/nominations/${participantId}`}
          className="flex flex-wrap items-end gap-2"
        >
          <input type="hidden" name="person" value={id} />
          <Select
            name="relationship"
            id={`relationship-${id}`}
            width="medium"
            label={<VisuallyHidden>{t("nomination.add.as", { name })}</VisuallyHidden>}
            options={choosableRelationships.map((relationship) => ({
              value: relationship,
              label: t(`nomination.relationships.${relationship}`),
            }))}
            defaultValue={likely}
          />
          <Button name="intent" value="add">
            <span aria-hidden="true">{t("nomination.add.action")}</span>
            <VisuallyHidden>{t("nomination.add.action_for", { name })}</VisuallyHidden>
          </Button>
        </Form>
      ) : (
        <span className="text-sm text-ink-muted">{t("nomination.add.noAddress")}</span>
      )}
    </li>
  );
}
