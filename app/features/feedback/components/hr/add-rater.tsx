import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Link } from "~/ui/link.tsx";
import { Panel } from "~/ui/panel.tsx";
import { SearchField } from "~/ui/search-field.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { NominationPage, PersonFound } from "../../nomination/nomination-page.server.ts";
import { type Colleague, OutsideForm, RelationshipSelect } from "../nomination/outside-form.tsx";

type Props = {
  page: NominationPage;
  search: string;
  answer: FormAnswer | undefined;
  /** Whose address it turned out to be that was typed. */
  offer: Colleague | null;
};

/** Finds someone by name and adds them under a relationship. A search leads back here, not to the top of the page. */
export function AddRater({ page, search, answer, offer }: Props) {
  const { t } = useTranslation(["feedback-hr", "nomination"]);
  const { choice, found, matching, instead, askable } = page;
  const address = `/nominations/${choice.participant.id}`;
  return (
    <div id="add" className="scroll-mt-4">
      <Panel
        title={
          instead
            ? t("instead.title", { ns: "nomination", name: instead.name })
            : t("nomination.add.title")
        }
        action={instead && <Link href={address}>{t("instead.cancel", { ns: "nomination" })}</Link>}
      >
        <SearchField
          label={t("nomination.add.search")}
          defaultValue={search}
          action={`${address}#add`}
          keep={instead ? { instead: instead.id } : {}}
        />
        {search !== "" && found.length === 0 && (
          <p className="text-ink-muted">{t("nomination.add.none", { search })}</p>
        )}
        {found.length > 0 && (
          <ul className="divide-y divide-line border-y border-line">
            {found.map((person) => (
              <FoundPerson key={person.id} person={person} page={page} address={address} />
            ))}
          </ul>
        )}
        {matching > found.length && (
          <p className="text-sm text-ink-muted">
            {t("nomination.add.more", { shown: found.length, count: matching })}
          </p>
        )}
        {page.outside && (
          <OutsideForm
            key={choice.raters.length}
            action={instead ? `${address}?instead=${instead.id}` : address}
            counts={page.own ? { minimum: page.minimum.needed } : null}
            full={!page.outside.hasRoom}
            askable={askable}
            answer={answer}
            offer={offer}
            instead={instead}
          />
        )}
        {page.own && instead && choice.list !== "shaped" && (
          <p className="max-w-reading text-sm text-ink-muted">
            {t("instead.wider", { ns: "nomination", minimum: page.minimum.shaped })}
          </p>
        )}
      </Panel>
    </div>
  );
}

type FoundProps = { person: PersonFound; page: NominationPage; address: string };

function FoundPerson({ person, page, address }: FoundProps) {
  const { t } = useTranslation(["feedback-hr", "nomination"]);
  const { name, jobTitle, department, hasAddress, load, hasRoom } = person;
  const refused = !hasAddress
    ? t("nomination.add.noAddress")
    : hasRoom
      ? null
      : t("load.cap", { ns: "nomination" });
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2 py-3">
      <span className="min-w-0 flex-1 basis-48">
        <bdi className="font-medium">{name}</bdi>
        <span className="block text-sm text-ink-muted">
          {[jobTitle, department].filter(Boolean).join(" · ")}
        </span>
        {load.atOnce > 0 && (
          <span className="block text-sm text-ink-muted">
            {t("load.many", { ns: "nomination", count: load.atOnce })}
          </span>
        )}
      </span>
      {refused ? (
        <span className="text-sm text-ink-muted">{refused}</span>
      ) : (
        <AskForm person={person} page={page} address={address} />
      )}
    </li>
  );
}

function AskForm({ person: { id, name, likely }, page, address }: FoundProps) {
  const { t } = useTranslation(["feedback-hr", "nomination"]);
  const { instead, askable } = page;
  return (
    <Form method="post" action={address} className="flex flex-wrap items-end gap-2">
      <input type="hidden" name="person" value={id} />
      {instead ? (
        <input type="hidden" name="rater" value={instead.id} />
      ) : (
        <RelationshipSelect
          id={`relationship-${id}`}
          label={<VisuallyHidden>{t("nomination.add.as", { name })}</VisuallyHidden>}
          askable={askable}
          chosen={likely}
        />
      )}
      <Button name="intent" value={instead ? "replace" : "add"}>
        <span aria-hidden="true">
          {instead ? t("instead.action", { ns: "nomination" }) : t("nomination.add.action")}
        </span>
        <VisuallyHidden>
          {instead
            ? t("instead.action_for", { ns: "nomination", name })
            : t("nomination.add.action_for", { name })}
        </VisuallyHidden>
      </Button>
    </Form>
  );
}
