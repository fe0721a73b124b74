import { useTranslation } from "react-i18next";
import { Form } from "react-router";
import { Button } from "~/ui/button.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import { choosableRelationships, type Relationship } from "../../domain/relationship.ts";
import { smallGroups } from "../../domain/small-groups.ts";
import type { ChosenRater } from "../../nomination-reads.server.ts";

type Props = { raters: readonly ChosenRater[]; minimum: number; mayChange: boolean };

/** Who will be asked, group by group. */
export function RaterGroups({ raters, minimum, mayChange }: Props) {
  const by = (relationship: Relationship) =>
    raters.filter((rater) => rater.relationship === relationship);
  return (
    <div className="grid gap-7">
      {choosableRelationships.map((relationship) => (
        <RaterGroup
          key={relationship}
          relationship={relationship}
          raters={by(relationship)}
          minimum={minimum}
          mayChange={mayChange}
        />
      ))}
    </div>
  );
}

function RaterGroup({
  relationship,
  raters,
  minimum,
  mayChange,
}: Props & { relationship: Relationship }) {
  const { t } = useTranslation("feedback-hr");
  const small = smallGroups([{ relationship, asked: raters.length }], minimum).length > 0;
  return (
    <section aria-labelledby={`group-${relationship}`}>
      <div className="flex flex-wrap items-baseline gap-x-3 pb-2">
        <h2 id={`group-${relationship}`} className="text-lg font-semibold">
          {t(`groups.${relationship}`)}
        </h2>
        <p className="text-sm tabular-nums text-ink-muted">
          {raters.length === 0
            ? t("nomination.nobody")
            : t("nomination.count", { count: raters.length })}
        </p>
        {small && (
          <p className="w-full text-sm text-ink-muted">{t("nomination.small", { minimum })}</p>
        )}
      </div>
      {raters.length > 0 && (
        <ul className="divide-y divide-line rounded-large border border-line bg-surface">
          {raters.map((rater) => (
            <li
              key={rater.id}
              className="flex min-h-12 items-center justify-between gap-x-4 py-2 ps-4 pe-2"
            >
              <span className="min-w-0">
                <bdi className="font-medium">{rater.name}</bdi>
                {rater.jobTitle && (
                  <span className="block text-sm text-ink-muted">{rater.jobTitle}</span>
                )}
              </span>
              {mayChange && <RemoveForm rater={rater} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function RemoveForm({ rater }: { rater: ChosenRater }) {
  const { t } = useTranslation("feedback-hr");
  return (
    <Form method="post" preventScrollReset className="shrink-0">
      <input type="hidden" name="rater" value={rater.id} />
      <Button size="small" variant="quiet" name="intent" value="remove">
        <span aria-hidden="true">{t("nomination.remove")}</span>
        <VisuallyHidden>{t("nomination.remove_for", { name: rater.name })}</VisuallyHidden>
      </Button>
    </Form>
  );
}
