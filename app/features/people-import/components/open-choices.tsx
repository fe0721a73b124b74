import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { AsidePart } from "~/ui/with-aside.tsx";
import type { Lists } from "../domain/lists.ts";
import type { ReviewedFile } from "../review-people-import.server.ts";

type Props = {
  lists: Lists;
  file: Pick<ReviewedFile, "answers" | "questions" | "settings">;
  /** How much empty cells would erase. */
  erasable: number;
  /** Rows that are left out because nobody knows their manager, and those that were taken in. */
  managers: { unknown: number; taken: number };
};

/** Whether there is anything of the kind. */
export function anyOpenChoice({ file, erasable, managers, ...props }: Props): boolean {
  return (
    saysWhatIsListed({ file, ...props }) ||
    erasable > 0 ||
    file.settings.emptyCells === "clear" ||
    managers.unknown + managers.taken > 0
  );
}

/** A list of absences alone is never taken for one of people in silence, nor what somebody said for a guess. */
function saysWhatIsListed({ lists, file }: Pick<Props, "lists" | "file">): boolean {
  const isAsked = file.questions.some(({ code }) => code === "lists");
  return !isAsked && (lists === "absences" || file.answers.lists !== undefined);
}

/** Beside the decision: what has a safe answer already, and may be answered otherwise. */
export function OpenChoices({ lists, file, erasable, managers }: Props) {
  const { t } = useTranslation(["people-import", "people"]);
  const { emptyCells } = file.settings;
  return (
    <>
      {saysWhatIsListed({ lists, file }) && (
        <AsidePart title={t("review.questions.lists")}>
          <p className="text-ink-muted">{t(`review.questions.listed.${lists}`)}</p>
          {file.answers.lists && (
            <Choice
              intent="answer"
              name="lists"
              value={lists === "absences" ? "people" : "absences"}
            >
              {t(`review.questions.listsOther.${lists}`)}
            </Choice>
          )}
        </AsidePart>
      )}
      {(erasable > 0 || emptyCells === "clear") && (
        <AsidePart title={t("review.questions.emptyTitle")}>
          <p className="text-ink-muted">
            {emptyCells === "clear"
              ? t("review.questions.emptyErased")
              : t("review.questions.empty", { count: erasable })}
          </p>
          <Choice
            intent="empty-cells"
            name="emptyCells"
            value={emptyCells === "clear" ? "keep" : "clear"}
          >
            {t(
              emptyCells === "clear" ? "review.questions.keepEmpty" : "review.questions.eraseEmpty",
            )}
          </Choice>
        </AsidePart>
      )}
      {managers.unknown > 0 && (
        <AsidePart title={t("review.questions.managersTitle", { count: managers.unknown })}>
          <p className="text-ink-muted">{t("review.questions.managersBody")}</p>
          <Choice intent="managers" name="withoutManager" value="all">
            {t("review.questions.managersAll")}
          </Choice>
        </AsidePart>
      )}
      {managers.taken > 0 && (
        <AsidePart title={t("review.questions.managersTakenTitle")}>
          <p className="text-ink-muted">
            {t("review.questions.managersTaken", { count: managers.taken })}
          </p>
          <Choice intent="managers" name="withoutManager" value="none">
            {t("review.questions.managersBack")}
          </Choice>
        </AsidePart>
      )}
    </>
  );
}

type ChoiceProps = { intent: string; name: string; value: string; children: ReactNode };

function Choice({ intent, name, value, children }: ChoiceProps) {
  return (
    <Form method="post" className="mt-2" preventScrollReset>
      <input type="hidden" name={name} value={value} />
      <Button size="small" name="intent" value={intent}>
        {children}
      </Button>
    </Form>
  );
}
