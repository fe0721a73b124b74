import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { followSteps } from "../../domain/proof/followed.ts";
import type { ToldCount } from "../../domain/proof/told-count.ts";
import type { FollowedRound } from "../../proof/proof-reads.server.ts";

/** One round: a line for each step, as long as the share who took it, with how many they were. */
export function RoundFollowed({ round: { id, name, steps } }: { round: FollowedRound }) {
  const { t } = useTranslation("proof");
  const said = (told: ToldCount | null) => saidWith(t, told);
  return (
    <section aria-labelledby={`round-${id}`} className="grid gap-4" data-print="together">
      <h2 id={`round-${id}`} dir="auto" className="font-serif text-xl font-semibold wrap-anywhere">
        {name}
      </h2>
      <ol className="grid gap-4">
        {followSteps.map((step) => (
          <li key={step} className="grid gap-1.5">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="font-medium">{t(`step.${step}`)}</span>
              <span className="text-ink-muted">{said(steps[step])}</span>
            </p>
            <Bar told={steps[step]} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** How many took a step, in words; as far as it may be told. */
function saidWith(t: TFunction<"proof">, told: ToldCount | null): string {
  switch (told?.told) {
    case "count":
      return t("told.count", { did: told.did, count: told.n });
    case "few":
      return t("told.few", { least: told.least, count: told.n });
    case "nearly-all":
      return t("told.nearlyAll", { least: told.least, count: told.n });
    case "too-few":
      return t("told.tooFew", { least: told.least });
    default:
      return t("told.nothing");
  }
}

/** A share, or between which shares it lies: what is not told is hatched. */
function Bar({ told }: { told: ToldCount | null }) {
  const range = rangeOf(told);
  return (
    <div aria-hidden="true" className="h-2.5 overflow-hidden rounded-full bg-sunken">
      {range && (
        <div className="flex h-full">
          <div className="h-full bg-accent-fill" style={{ width: `${range.from * 100}%` }} />
          <div
            className="h-full bg-accent-fill opacity-35"
            style={{ width: `${(range.to - range.from) * 100}%` }}
          />
        </div>
      )}
    </div>
  );
}

function rangeOf(told: ToldCount | null): { from: number; to: number } | null {
  switch (told?.told) {
    case "count":
      return { from: told.did / told.n, to: told.did / told.n };
    case "few":
      return { from: 0, to: (told.least - 1) / told.n };
    case "nearly-all":
      return { from: (told.n - told.least + 1) / told.n, to: 1 };
    default:
      return null;
  }
}
