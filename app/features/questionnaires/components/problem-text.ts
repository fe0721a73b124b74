import type { TFunction } from "i18next";
import type { AnswerProblem } from "../domain/answers.ts";
import type { ItemView } from "../item/item-kind.ts";

/** What is wrong with an answer, naming the question. */
export function problemText(
  t: TFunction<"answering">,
  { code }: AnswerProblem,
  item: ItemView,
): string {
  return t(`problems.${code}`, { ...item, question: item.text });
}
