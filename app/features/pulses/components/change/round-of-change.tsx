import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { TOLD_AFTER_DAYS } from "../../domain/proof/when-told.ts";
import type { RoundOfChange } from "../../proof/change-reads.server.ts";
import { PracticeCompared } from "./practice-compared.tsx";

type Change = NonNullable<RoundOfChange["change"]>;

/** One round: how its pulses went, and whether practising goes with it; or that nothing of it is told yet. */
export function RoundChange({ round: { id, name, change } }: { round: RoundOfChange }) {
  const { t } = useTranslation("change");
  return (
    <section aria-labelledby={`round-${id}`} className="grid gap-5" data-print="together">
      <div className="grid gap-1">
        <h2
          id={`round-${id}`}
          dir="auto"
          className="font-serif text-xl font-semibold wrap-anywhere"
        >
          {name}
        </h2>
        <p className="max-w-reading text-ink-muted">
          {change
            ? t("told", { date: writtenDate(change.on) })
            : t("untold", { days: TOLD_AFTER_DAYS })}
        </p>
      </div>
      {change && (
        <>
          <Verdicts change={change} />
          <PracticeCompared compared={change.compared} />
        </>
      )}
    </section>
  );
}

function Verdicts({ change }: { change: Change }) {
  const { t } = useTranslation("change");
  return (
    <div className="grid gap-2">
      <h3 className="font-semibold">{t("verdicts")}</h3>
      <dl className="grid gap-2">
        {linesOf(t, change).map(({ term, said }) => (
          <div
            key={term}
            className="flex flex-wrap justify-between gap-x-4 border-b border-line pb-2"
          >
            <dt className="max-w-reading">{term}</dt>
            <dd className="text-ink-muted">{said}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function linesOf(t: TFunction<"change">, { moved, others }: Change) {
  const term = t("verdict.moved");
  switch (moved.told) {
    case "count": {
      const count = (did: number) => t("count", { did, count: moved.n });
      const first = { term, said: count(moved.did) };
      if (!others)
        return [first, { term: t("verdict.together"), said: count(moved.n - moved.did) }];
      return [
        first,
        { term: t("verdict.cantTell"), said: count(others.cantTell) },
        { term: t("verdict.slipped"), said: count(others.slipped) },
      ];
    }
    case "few":
      return [{ term, said: t("few", { least: moved.least, count: moved.n }) }];
    case "nearly-all":
      return [{ term, said: t("nearlyAll", { least: moved.least, count: moved.n }) }];
    // Of too few nothing is kept, so there is nothing to show.
    default:
      return [];
  }
}
