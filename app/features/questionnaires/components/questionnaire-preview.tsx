import { useTranslation } from "react-i18next";
import { eitherOf } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import type { PreviewData } from "../answering/preview-data.ts";
import { noAnswers } from "../domain/answers.ts";
import { neighbours, SEND_PART } from "../domain/parts.ts";
import { PartButtons } from "./part-buttons.tsx";
import { PartHead } from "./part-head.tsx";
import { QuestionPages } from "./question-pages.tsx";

type Props = {
  data: PreviewData;
  /** The part in front, where a screen has room for one. */
  part: string;
  addressOf: (part: string) => string;
  /** That this is a preview; stays in sight. */
  said: string;
};

/**
 * The questionnaire for looking at: the pages its raters answer, with every question they may be asked. There is no
 * form around it, no script with it, and nothing in it can be filled in.
 */
export function QuestionnairePreview({ data, part, addressOf, said }: Props) {
  const { t } = useTranslation("answering");
  const items = data.sections.flatMap((section) => section.items);
  const shown = {
    answers: noAnswers(0),
    problems: [],
    replaced: new Map<string, string>(),
    asked: new Set(items.map(({ key }) => key)),
    depends: new Map(
      [...data.conditions].map(([key, { question, answers }]) => [
        key,
        t("kinds.askedIf", {
          question,
          answers: eitherOf(answers.map((words) => t("kinds.quoted", { words }))),
        }),
      ]),
    ),
  };
  const ways = (to: string) => (to === SEND_PART ? null : addressOf(to));
  return (
    <>
      <PartHead {...data} said={said} />
      <fieldset disabled aria-label={said} className="m-0 min-w-0 border-0 p-0">
        <QuestionPages
          data={{ ...data, part, hints: {} }}
          shown={shown}
          buttons={(key) => (
            <PartButtons part={key} {...neighbours(data.parts, key)} addressOf={ways} />
          )}
        />
        <div className="border-t border-line pt-6 max-lg:hidden print:hidden">
          <Button type="button" variant="primary">
            {t("toSend")}
          </Button>
        </div>
      </fieldset>
    </>
  );
}
