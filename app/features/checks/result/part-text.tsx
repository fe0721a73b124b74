import { decimal } from "~/platform/i18n/format.ts";
import { say } from "~/platform/open-pages/say.ts";
import { itemOrder } from "../domain/check.ts";
import { neededOf, type PartResult } from "../domain/score.ts";
import { itemIn } from "../domain/words.ts";
import type { Answered, ResultPage } from "./result-data.ts";

type Props = { page: ResultPage; answered: Answered; part: PartResult; index: number };

/** A part in words: what it is, what its figure may mean, and, one press away, the answers it is made of. */
export function PartText({ page, answered, part, index }: Props) {
  const { check, words, said, choices } = page;
  const own = words.parts[part.key];
  const answers = itemOrder(check).flatMap((place, at) =>
    place.part === index ? [{ item: place.item, rating: answered.ratings[at] ?? null }] : [],
  );
  const labelOf = (rating: number | null) =>
    choices.find(({ value }) => value === rating)?.label ?? said.noAnswer;
  return (
    <section className="border-t border-line pt-4" data-print="together">
      <h3 className="text-lg font-semibold">
        {own?.name}
        {part.mean !== null && (
          <span className="ms-2 font-normal text-ink-muted tabular-nums">
            {decimal(part.mean, 1)}
          </span>
        )}
      </h3>
      <p className="max-w-reading text-ink-muted">{own?.about}</p>
      <p className="mt-1 max-w-reading">{meaning(page, part)}</p>
      <details className="mt-2">
        <summary className="inline-flex min-h-11 cursor-pointer items-center rounded-small text-sm text-ink-muted underline underline-offset-[0.2em] hover:text-ink print:hidden">
          {said.why}
        </summary>
        <dl className="mt-1 grid max-w-reading gap-x-6 text-sm sm:grid-cols-[minmax(0,1fr)_auto]">
          {answers.map(({ item, rating }) => (
            <div
              key={item}
              className="border-b border-line py-1.5 sm:col-span-2 sm:grid sm:grid-cols-subgrid"
            >
              <dt>{itemIn(own?.items[item] ?? "", answered.voice)}</dt>
              <dd className="font-medium sm:text-end">{labelOf(rating)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

function meaning({ check, words, said, language }: ResultPage, part: PartResult): string {
  const { answered, of, band, key } = part;
  const own = words.parts[key];
  if (band === null || !own)
    return say(said, language, "unknownMeans", { answered, of, needed: neededOf(of) });
  if (band !== "middle") return own[band];
  if (part.tooMuch > 0 && part.tooLittle > 0) return say(said, language, "mixedMeans");
  return say(said, language, check.scale === "amount" ? "rightMeans" : "middleMeans");
}
