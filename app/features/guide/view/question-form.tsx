import type { Said } from "~/platform/open-pages/say.ts";
import { Button } from "~/ui/button.tsx";
import { type Answers, QUESTIONS, type Question, type YesNo } from "../domain/order.ts";
import type { SituationView } from "./guide-view.ts";

type Props = { view: SituationView; answers: Answers };

/** The five questions. Without the page's script, what is answered is sent as a part of its address. */
export function QuestionForm({ view: { said, own, lang }, answers }: Props) {
  return (
    <form className="grid gap-4" action={`${own}#order`} method="get">
      {lang !== null && <input type="hidden" name="lang" value={lang} />}
      {QUESTIONS.map((question) => (
        <fieldset
          key={question}
          className="grid gap-2 border-b border-line pb-4 sm:grid-cols-[1fr_auto] sm:items-center"
        >
          <legend className="float-start font-medium">{said[`question-${question}`]}</legend>
          <div className="flex gap-2">
            {(["yes", "no"] as const).map((value) => (
              <OneAnswer key={value} {...{ said, question, value }} given={answers[question]} />
            ))}
          </div>
        </fieldset>
      ))}
      <p>
        <Button variant="primary">{said.show}</Button>
      </p>
    </form>
  );
}

type AnswerProps = { said: Said; question: Question; value: YesNo; given: YesNo | undefined };

function OneAnswer({ said, question, value, given }: AnswerProps) {
  return (
    <label className="flex min-h-control min-w-20 cursor-pointer items-center gap-2 rounded-medium border border-line bg-surface px-3 hover:border-line-strong has-checked:border-accent-fill has-checked:bg-accent-soft has-focus-visible:outline-3 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus">
      <input
        type="radio"
        className="size-5 accent-accent-fill outline-none"
        name={question}
        defaultChecked={given === value}
        value={value}
      />
      {said[value]}
    </label>
  );
}
