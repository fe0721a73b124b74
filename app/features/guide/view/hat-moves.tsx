import { cx } from "~/ui/cx.ts";
import { type Hat, TIMES } from "../domain/situation.ts";
import type { SituationView } from "./guide-view.ts";

type Props = {
  view: SituationView;
  hat: Hat;
  /** Either, where the questions have not been answered. */
  place: "first" | "then" | "either";
};

const TONES = {
  managing: { edge: "border-t-managing-fill", text: "text-managing-text" },
  leading: { edge: "border-t-leading-fill", text: "text-leading-text" },
};

/** What one hat would do, and what too much of it looks like here. */
export function HatMoves({ view: { said, words }, hat, place }: Props) {
  const { edge, text } = TONES[hat];
  return (
    <section
      aria-labelledby={`hat-${hat}`}
      className={cx("grid gap-5 rounded-large border border-t-4 border-line bg-surface p-5", edge)}
      data-print="together"
    >
      <h2 id={`hat-${hat}`} className={cx("font-serif text-xl font-semibold tracking-tight", text)}>
        {said[`${place}-${hat}`]}
      </h2>
      <div className="grid gap-5 sm:grid-cols-3">
        {TIMES.map((time) => (
          <div key={time} className="grid content-start gap-2">
            <h3 className="text-sm font-semibold text-ink-muted">{said[time]}</h3>
            <ul className="grid gap-2">
              {words.moves[hat][time].map((move) => (
                <li key={move}>{move}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <div className="border-t border-line pt-4">
        <h3 className="text-sm font-semibold text-ink-muted">{said.tooMuch}</h3>
        <p className="mt-1 max-w-reading">{words.tooMuch[hat]}</p>
      </div>
    </section>
  );
}
