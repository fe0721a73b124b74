import { say } from "~/platform/open-pages/say.ts";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Points } from "~/ui/points.tsx";
import { type Answers, type Order, QUESTIONS } from "../domain/order.ts";
import type { SituationView } from "./guide-view.ts";
import { QuestionForm } from "./question-form.tsx";

type Props = { view: SituationView; answers: Answers; order: Order | null };

/** Five questions, or what their answers come to: an order of the hats and its reason. */
export function OrderPanel({ view, answers, order }: Props) {
  const { said, language } = view;
  const form = <QuestionForm {...{ view, answers }} />;
  const done = Object.keys(answers).length;
  return (
    <section
      id="order"
      aria-labelledby="order-title"
      className="grid scroll-mt-4 gap-4 rounded-large border border-line bg-surface p-5"
    >
      <h2
        id="order-title"
        tabIndex={-1}
        className="font-serif text-xl font-semibold tracking-tight"
      >
        {said[order ? `order-${order.hats[0]}` : "questionsTitle"]}
      </h2>
      {order ? (
        <>
          <p className="max-w-reading text-lg">{said[`reason-${order.reason}`]}</p>
          <Points points={order.notes.map((note) => said[`note-${note}`] ?? "")} />
          <p className="max-w-reading text-sm text-ink-muted">{said.noVerdict}</p>
          <div className="print:hidden">
            <Disclosure summary={said.change} framed>
              {form}
            </Disclosure>
          </div>
        </>
      ) : (
        <>
          <p className="max-w-reading text-ink-muted">
            {done === 0
              ? said.questionsLead
              : say(said, language, "partly", { count: done, of: QUESTIONS.length })}
          </p>
          {form}
        </>
      )}
    </section>
  );
}
