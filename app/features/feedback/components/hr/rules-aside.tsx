import { useTranslation } from "react-i18next";
import type { WithRules } from "~/features/rounds/domain/index.ts";
import { whole } from "~/platform/i18n/format.ts";
import { Link } from "~/ui/link.tsx";
import { Pairs } from "~/ui/pairs.tsx";
import { AsidePart } from "~/ui/with-aside.tsx";
import type { SetupFacts } from "./setup-facts.ts";
import { stepPath } from "./setup-steps.ts";

/** How much of the lists as they are now the rules would let through. */
export function RulesAside({ found }: { found: WithRules }) {
  const { t } = useTranslation("setup-aside");
  const { t: named } = useTranslation("relationships");
  const of = (part: number, all: number) => t("rules.of", { part: whole(part), all: whole(all) });
  const { groups, shown, comments, rated } = found;
  return (
    <AsidePart title={t("rules.title")}>
      {rated === 0 ? (
        <p className="text-ink-muted">{t("rules.none")}</p>
      ) : (
        <>
          <Pairs
            items={[
              ...groups.map(({ relationship, alone, participants }) => ({
                term: t("rules.alone", { group: named(`groups.${relationship}`) }),
                details: of(alone, participants),
              })),
              { term: t("rules.shown"), details: of(shown, rated) },
              { term: t("rules.comments"), details: of(comments, rated) },
            ]}
          />
          <p className="mt-2 text-sm text-ink-muted">{t("rules.how")}</p>
        </>
      )}
    </AsidePart>
  );
}

type NeededProps = { cycleId: string; needed: SetupFacts["minimum"]; widens: boolean };

/** How many raters a group needs, and where it takes one more; the whole promise is shown where it is decided. */
export function NeededAside({ cycleId, needed, widens }: NeededProps) {
  const { t } = useTranslation(["setup-aside", "cycle-setup"]);
  return (
    <AsidePart title={t("needed.title")}>
      <div className="grid gap-2 text-ink-muted">
        <p>{t("needed.usual", { count: needed.usual })}</p>
        {widens && <p>{t("rules.words.wider", { ns: "cycle-setup", ...needed })}</p>}
        <p>
          <Link href={stepPath(cycleId, "dates")}>{t("needed.whole")}</Link>
        </p>
      </div>
    </AsidePart>
  );
}
