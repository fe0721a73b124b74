import { useTranslation } from "react-i18next";
import { useNavigation } from "react-router";
import { QuestionFields, ReadingNotes } from "~/features/people-import/index.ts";
import { whole } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { Checkbox } from "~/ui/checkbox.tsx";
import { DescriptionList } from "~/ui/description-list.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import type { AssignmentsReview as Review } from "../../setup/review-assignments.server.ts";

/** What a file would change, and the button that changes it. */
export function AssignmentsReview({ review }: { review: Review }) {
  const { t } = useTranslation("cycle-setup");
  const { t: named } = useTranslation("relationships");
  const sending = useNavigation().formData?.get("intent");
  const { participants, newcomers, bad, outsiders, addOutsiders, questions, answers } = review;
  const given = Object.entries(answers).flatMap(([name, value]) =>
    value === undefined ? [] : [<input key={name} type="hidden" name={name} value={value} />],
  );
  return (
    <Panel
      title={t(participants > 0 ? "review.title" : "review.nothing", { count: participants })}
      level={3}
    >
      <DescriptionList
        items={[
          { term: t("review.rows"), details: whole(review.rows) },
          {
            term: t("review.participants"),
            details: t("review.participantsValue", {
              count: participants,
              newcomers: whole(newcomers),
            }),
          },
          ...review.raters.map(({ relationship, count }) => ({
            term: named(`groups.${relationship}`),
            details: whole(count),
          })),
          {
            term: t("review.leftOut"),
            details: t("review.leftOutValue", { count: bad.length }),
          },
        ]}
      />
      {review.source.length > 0 && <ReadingNotes source={review.source} notes={[]} />}
      {questions.length > 0 && (
        <Form method="get" className="grid grid-cols-1 gap-5" preventScrollReset>
          {given}
          {addOutsiders && <input type="hidden" name="outside" value="yes" />}
          <QuestionFields questions={questions} columnTitles={[]} />
          <Button variant="primary" className="w-fit">
            {t("review.answer")}
          </Button>
        </Form>
      )}
      {outsiders > 0 && (
        <Form
          method="get"
          className="flex flex-wrap items-center gap-x-5 gap-y-3"
          preventScrollReset
        >
          {given}
          <Checkbox
            name="outside"
            value="yes"
            label={t("review.outsiders", { count: outsiders })}
            hint={t("review.outsidersHint")}
            defaultChecked={addOutsiders}
          />
          <Button size="small">{t("review.again")}</Button>
        </Form>
      )}
      {participants > 0 && <p className="max-w-reading">{t("review.replaces")}</p>}
      <Form method="post" className="flex flex-wrap gap-3">
        {given}
        {addOutsiders && <input type="hidden" name="addOutsiders" value="on" />}
        <input type="hidden" name="expected" value={participants} />
        {participants > 0 && questions.length === 0 && (
          <Button variant="primary" name="intent" value="confirm" wide busy={sending === "confirm"}>
            {t("review.confirm", { count: participants })}
          </Button>
        )}
        <Button name="intent" value="discard">
          {t("review.discard")}
        </Button>
      </Form>
    </Panel>
  );
}
