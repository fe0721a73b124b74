import { useTranslation } from "react-i18next";
import { listed } from "~/platform/i18n/format.ts";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import type { LaunchObstacle } from "../../domain/cycle-setup.ts";
import { letterPath } from "./letter-path.ts";
import type { SetupFacts } from "./setup-facts.ts";
import { type SetupStep, stepPath } from "./setup-steps.ts";

const stepOf: Record<LaunchObstacle, SetupStep> = {
  "no-participants": "participants",
  "moved-out": "participants",
  "no-raters": "raters",
  "only-self": "raters",
  "over-cap": "raters",
  "no-dates": "dates",
  "closes-in-the-past": "dates",
  "no-release-date": "dates",
};

const NAMED = 50;

/** What stands in the way of launching, and what should be looked at before. Each leads to its step. */
export function ReviewWarnings({ facts }: { facts: SetupFacts }) {
  const { t } = useTranslation("feedback-hr");
  const { t: inLetters } = useTranslation("letters");
  const { t: tSetup } = useTranslation("cycle-setup");
  const { cycle, counts, obstacles, letterMistakes, minimum, asked } = facts;
  const { withSmallGroups } = counts;
  return (
    <>
      {facts.mail !== "smtp" && (
        <Notice
          {...(facts.mail === "none" ? { tone: "danger" as const } : {})}
          title={t(`setup.review.mail.${facts.mail}.title`)}
        >
          {t(`setup.review.mail.${facts.mail}.body`)}
        </Notice>
      )}
      {obstacles.length > 0 && (
        <Notice tone="danger" title={t("setup.review.missing")}>
          <ul className="grid gap-1">
            {obstacles.map((obstacle) => (
              <li key={obstacle}>
                <Link href={stepPath(cycle.id, stepOf[obstacle])}>
                  {tSetup(`obstacles.${obstacle}`, {
                    cap: cycle.rules.requestCap,
                    names: named(counts.movedOut, (count) => tSetup("andMore", { count })),
                  })}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {letterMistakes.map(({ kind, language, names }) => (
        <Notice tone="danger" key={`${kind} ${language}`}>
          <Link href={letterPath(cycle.id, kind, language)}>
            {inLetters("review", {
              kind: inLetters(`kinds.${kind}`),
              names: listed(names.map((name) => `{{${name}}}`)),
            })}
          </Link>
        </Notice>
      ))}
      <CountWarnings facts={facts} />
      {withSmallGroups > 0 && (
        <Notice>
          <Link href={stepPath(cycle.id, "raters")}>
            {t("setup.raters.small", { count: withSmallGroups })}
          </Link>
          {": "}
          {t("setup.review.small", { minimum: minimum.usual })}
        </Notice>
      )}
      {asked.unreachable.length > 0 && (
        <Notice>
          <Disclosure summary={t("setup.review.unreachable", { count: asked.unreachable.length })}>
            {listed(asked.unreachable.slice(0, NAMED))}
            {asked.unreachable.length > NAMED && (
              <p>
                <Link href={`${stepPath(cycle.id, "review")}/dry-run`}>
                  {tSetup("dryRun.look")}
                </Link>
              </p>
            )}
          </Disclosure>
        </Notice>
      )}
    </>
  );
}

/** Names, of very many the first, and how many more there are. */
function named(names: readonly string[], more: (count: number) => string): string {
  const left = names.length - NAMED;
  return listed(left > 0 ? [...names.slice(0, NAMED), more(left)] : names);
}

/** Things that may be meant so, each with the number of people it is about. */
function CountWarnings({ facts }: { facts: SetupFacts }) {
  const { t } = useTranslation("cycle-setup");
  const { cycle, counts, asked, minimum } = facts;
  const lists = cycle.state === "nominating" && cycle.rules.approvedBy !== "nobody";
  const warnings: { key: string; count: number; step: SetupStep }[] = [
    { key: "left", count: counts.left, step: "participants" },
    { key: "below", count: counts.belowMinimum, step: "raters" },
    { key: "above", count: counts.aboveMaximum, step: "raters" },
    { key: "often", count: asked.askedOften, step: "raters" },
    { key: "notApproved", count: lists ? counts.notApproved : 0, step: "raters" },
    { key: "shaped", count: counts.shaped, step: "raters" },
    { key: "ownOutsiders", count: counts.withOwnOutsiders, step: "raters" },
  ];
  return warnings
    .filter(({ count }) => count > 0)
    .map(({ key, count, step }) => (
      <Notice key={key}>
        <Link href={stepPath(cycle.id, step)}>{t(`warnings.${key}`, { count, ...minimum })}</Link>
      </Notice>
    ));
}
