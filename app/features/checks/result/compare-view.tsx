import { decimal, writtenDate } from "~/platform/i18n/format.ts";
import { say } from "~/platform/open-pages/say.ts";
import type { Ratings } from "../domain/check.ts";
import { changeBetween } from "../domain/finding.ts";
import { score } from "../domain/score.ts";
import type { ResultPage } from "./result-data.ts";

type Props = {
  page: ResultPage;
  ratings: Ratings;
  /** The result kept last on this device, and the day on which it was kept. */
  before: { ratings: Ratings; on: string };
  /** How many are kept. */
  count: number;
};

/** Two results of one person, part by part: what moved by half a point or more, and what can't be told apart. */
export function CompareView({ page, ratings, before, count }: Props) {
  const { check, words, said, language } = page;
  const [then, now] = [score(check, before.ratings), score(check, ratings)];
  return (
    <section className="grid gap-3" data-print="together">
      <h2 className="font-serif text-xl font-semibold tracking-tight">{said.compare}</h2>
      <p className="max-w-reading text-ink-muted">
        {say(said, language, "compareLead", { date: writtenDate(before.on) })}
      </p>
      <table className="w-full max-w-reading border-collapse text-sm tabular-nums">
        <thead>
          <tr className="text-xs text-ink-muted *:border-b *:border-line-strong *:py-1.5 *:pe-3 *:text-start *:font-medium">
            <th scope="col">{said.part}</th>
            <th scope="col">{said.then}</th>
            <th scope="col">{said.now}</th>
            <th scope="col">{said.change}</th>
          </tr>
        </thead>
        <tbody>
          {now.parts.map(({ key, mean }, index) => {
            const earlier = then.parts[index]?.mean ?? null;
            const change =
              mean === null || earlier === null ? "unknown" : changeBetween(earlier, mean);
            return (
              <tr key={key} className="border-b border-line *:py-1.5 *:pe-3 *:text-start">
                <th scope="row" className="font-medium">
                  {words.parts[key]?.name}
                </th>
                <td>{earlier === null ? "–" : decimal(earlier, 1)}</td>
                <td>{mean === null ? "–" : decimal(mean, 1)}</td>
                <td className={change === "equal" ? "text-ink-muted" : "font-medium"}>
                  {said[change]}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-muted print:hidden">
        {say(said, language, "keptBefore", { count })}
        <button
          type="button"
          data-do="forget"
          className="min-h-11 text-accent underline underline-offset-[0.2em]"
        >
          {said.forget}
        </button>
      </p>
    </section>
  );
}
