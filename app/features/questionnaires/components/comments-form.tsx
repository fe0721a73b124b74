import { useTranslation } from "react-i18next";
import { TextArea } from "~/ui/text-area.tsx";
import type { PartData } from "../answering/questionnaire-view.ts";
import { LONGEST_COMMENT } from "../domain/answers.ts";
import { CommentHints } from "./comment-hints.tsx";
import { ReplacedWords } from "./replaced-words.tsx";
import type { Shown } from "./shown.ts";

/** The open questions. Says, before someone types, that words are shown as they are written. */
export function CommentsForm({ data, shown }: { data: PartData; shown: Shown }) {
  const { t } = useTranslation("answering");
  const { relationship, name, worded } = data;
  const lead =
    relationship === "self" ? "leadSelf" : relationship === "manager" ? "leadManager" : "lead";
  return (
    <>
      <h2
        tabIndex={-1}
        className="font-serif text-2xl font-semibold tracking-tight outline-none sm:text-3xl"
      >
        {t("comments.title")}
      </h2>
      <p className="mt-2 mb-6 text-ink-muted">{t(`comments.${lead}`, { name })}</p>
      <div className="mb-8 grid gap-6">
        {data.questions.map((question) => {
          const field = `comment-${question.key}`;
          const problem = shown.problems.find((each) => each.field === field);
          return (
            <div key={question.key}>
              <div lang={worded}>
                <TextArea
                  name={field}
                  label={question.text}
                  hint={question.hint}
                  rows={4}
                  optional
                  maxLength={LONGEST_COMMENT}
                  dir="auto"
                  defaultValue={shown.answers.comments[question.key] ?? ""}
                  error={problem ? t(`problems.${problem.problem}`) : undefined}
                />
              </div>
              <ReplacedWords field={field} words={shown.replaced.get(field) ?? ""} />
              <CommentHints question={question.key} warnings={data.hints[question.key] ?? []} />
            </div>
          );
        })}
      </div>
    </>
  );
}
