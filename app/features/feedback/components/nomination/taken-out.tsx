import { useTranslation } from "react-i18next";
import type { Relationship } from "~/features/questionnaires/domain/index.ts";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { TakenOut } from "../../lists/taken-out-reads.server.ts";

type Undoable = Pick<TakenOut, "personId" | "name" | "byParticipant"> & {
  relationship: Relationship;
};

/** Right after somebody was taken off a list: that it is so, and the way back. */
export function TakenOutNotice({ undo, launched }: { undo: Undoable; launched: boolean }) {
  const { t } = useTranslation("taken-out");
  const { name } = undo;
  return (
    <Notice tone="success" title={t("notice.title", { name })}>
      {launched && <p>{t("notice.launched")}</p>}
      <div className="mt-2">
        <PutBack rater={undo} />
      </div>
    </Notice>
  );
}

type Props = { takenOut: readonly TakenOut[]; own: boolean; launched: boolean };

/** Whoever was taken off a list and can be put back. */
export function TakenOutList({ takenOut, own, launched }: Props) {
  const { t } = useTranslation(["taken-out", "relationships"]);
  if (takenOut.length === 0) return null;
  const lead = launched ? "launched" : own ? "own" : "others";
  return (
    <section aria-labelledby="taken-out">
      <h2 id="taken-out" className="text-lg font-semibold">
        {t("list.title")}
      </h2>
      <p className="max-w-reading pb-2 text-sm text-ink-muted">{t(`list.${lead}`)}</p>
      <ul className="divide-y divide-line rounded-large border border-line bg-surface">
        {takenOut.map((rater) => (
          <li
            key={rater.personId}
            className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2 ps-4 pe-2"
          >
            <span className="min-w-0 flex-1 basis-48">
              <bdi className="font-medium wrap-anywhere">{rater.name}</bdi>
              <span className="block text-sm wrap-anywhere text-ink-muted">
                {[rater.jobTitle, t(`groups.${rater.relationship}`, { ns: "relationships" })]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
            <PutBack rater={rater} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PutBack({ rater }: { rater: Undoable }) {
  const { t } = useTranslation("taken-out");
  const { personId, name, relationship, byParticipant } = rater;
  return (
    <Form method="post" preventScrollReset className="shrink-0">
      <input type="hidden" name="person" value={personId} />
      <input type="hidden" name="relationship" value={relationship} />
      {byParticipant && <input type="hidden" name="brought" value="1" />}
      <Button size="small" name="intent" value="put-back">
        <span aria-hidden="true">{t("putBack")}</span>
        <VisuallyHidden>{t("putBack_for", { name })}</VisuallyHidden>
      </Button>
    </Form>
  );
}
