import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { listed } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { CheckboxGroup } from "~/ui/checkbox-group.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Panel } from "~/ui/panel.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { MergePreview, RecordShown } from "../../merge/merge-page.server.ts";
import type { mergePeopleInput } from "../../merge/merge-people.server.ts";
import { CountedLines, Hindrances } from "../step-words.tsx";
import { RecordFacts } from "./record-search.tsx";

type Props = {
  person: RecordShown;
  preview: MergePreview;
  answer: FormAnswer | undefined;
  cancelHref: string;
};

/** What would come of merging the other record into this one, and the button that does it. */
export function MergeForm({ person, preview, answer, cancelHref }: Props) {
  const { t } = useTranslation(["people-merge", "people"]);
  const { other, seen, hindrances, differences } = preview;
  const form = useFormFields<typeof mergePeopleInput>({
    id: "merge",
    answer,
    say: ({ code }) => t(`problems.${code}`),
  });
  return (
    <div className="grid max-w-reading gap-6">
      <ErrorSummary problems={form.problems} />
      <div className="grid gap-6 sm:grid-cols-2">
        <Panel title={t("stays")}>
          <RecordFacts record={person} />
        </Panel>
        <Panel title={t("goes")}>
          <RecordFacts record={other} />
        </Panel>
      </div>
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <Link href={`/people/${other.id}/merge?${new URLSearchParams({ other: person.id })}`}>
          {t("swap")}
        </Link>
        <Link href={`/people/${person.id}/merge`}>{t("another")}</Link>
      </p>
      {hindrances.length > 0 ? (
        <Hindrances title={t("hindered.title")} lead={t("hindered.lead")} hindrances={hindrances} />
      ) : (
        <Form {...form.form} className="grid gap-6">
          <input type="hidden" name="other" value={other.id} />
          <input type="hidden" name="seen" value={seen} />
          {person.status === "inactive" && other.status === "active" && (
            <Notice>{t("staysInactive")}</Notice>
          )}
          <Moves preview={preview} />
          {differences.length > 0 && (
            <Panel>
              <CheckboxGroup
                {...form.boxes("take")}
                legend={t("fields.legend")}
                hint={t("fields.hint")}
                choices={differences.map(({ field, stays, goes }) => ({
                  value: field,
                  label: t("fields.take", { field: t(`people:fields.${field}`), stays, goes }),
                }))}
              />
            </Panel>
          )}
          <div className="flex flex-wrap gap-3">
            <Button variant="danger" wide>
              {t("action")}
            </Button>
            <ButtonLink href={cancelHref} wide>
              {t("cancel")}
            </ButtonLink>
          </div>
        </Form>
      )}
    </div>
  );
}

function Moves({ preview }: { preview: MergePreview }) {
  const { t } = useTranslation(["people-merge", "people"]);
  const { other, counts, filled, dropped, manager, kept } = preview;
  return (
    <Panel title={t("moves.title")}>
      <ul className="grid list-disc gap-1 ps-5">
        {filled.map(({ field, value }) => (
          <li key={field}>{t("moves.filled", { field: t(`people:fields.${field}`), value })}</li>
        ))}
        {manager && (
          <li>{t(manager.name ? "moves.manager" : "moves.noManager", { name: manager.name })}</li>
        )}
        {kept.length > 0 && (
          <li>
            {t("moves.kept", {
              fields: listed(kept.map((field) => t(`people:fields.${field}`))),
            })}
          </li>
        )}
        <CountedLines counts={counts} />
        {counts.length === 0 && <li>{t("moves.nothing")}</li>}
        {dropped.map(({ field, value }) => (
          <li key={field}>{t("moves.dropped", { field: t(`people:fields.${field}`), value })}</li>
        ))}
        <li>{t("moves.goes", { name: other.name })}</li>
      </ul>
    </Panel>
  );
}
