import { useTranslation } from "react-i18next";
import { TextArea } from "~/ui/text-area.tsx";
import { type AnswerProblem, type Answers, LONGEST_COMMENT } from "../../domain/answers.ts";
import type { QuestionView } from "../../questionnaire-view.ts";

type Props = {
  questions: readonly QuestionView[];
  answers: Answers;
  problems: readonly AnswerProblem[];
  self: boolean;
};

/** The open questions. Says, before someone types, that words are shown as they are written. */
export function CommentsForm({ questions, answers, problems, self }: Props) {
  const { t } = useTranslation("feedback");
  return (
    <>
      <h1 className="font-serif text-2xl font-semibold tracking-tight sm:text-3xl">
        {t("rater.comments.title")}
      </h1>
      <p className="mt-2 mb-6 text-ink-muted">
        {t(self ? "rater.comments.leadSelf" : "rater.comments.lead")}
      </p>
      <div className="mb-8 grid gap-6">
        {questions.map((question) => {
          const name = `comment-${question.key}`;
          const problem = problems.find((each) => each.field === name);
          return (
            <TextArea
              key={question.key}
              name={name}
              label={question.text}
              hint={question.hint}
              rows={4}
              optional
              maxLength={LONGEST_COMMENT}
              dir="auto"
              defaultValue={answers.comments[question.key] ?? ""}
              error={problem ? t(`rater.problems.${problem.problem}`) : undefined}
            />
          );
        })}
      </div>
    </>
  );
}
