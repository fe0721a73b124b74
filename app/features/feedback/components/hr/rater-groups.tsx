import { useTranslation } from "react-i18next";
import {
  choosableRelationships,
  type Relationship,
} from "~/features/questionnaires/domain/index.ts";
import { isAskedOften, smallGroups } from "~/features/rounds/domain/index.ts";
import { Badge } from "~/ui/badge.tsx";
import { Notice } from "~/ui/notice.tsx";
import type { NominationPage } from "../../nomination/nomination-page.server.ts";
import { RaterRow } from "../nomination/rater-row.tsx";

/** Who will be asked, group by group. */
export function RaterGroups({ page }: { page: NominationPage }) {
  const { t } = useTranslation("nomination");
  const { raters, mayChange } = page.choice;
  const often = raters.filter((each) => !each.declined && isAskedOften(each.load)).length;
  const shown = choosableRelationships.filter(
    (relationship) =>
      page.askable.some((each) => each === relationship) ||
      raters.some((each) => each.relationship === relationship),
  );
  return (
    <div className="grid gap-7">
      {often > 0 && (mayChange || page.may.add) && (
        <Notice>{t("load.often", { count: often })}</Notice>
      )}
      {shown.map((relationship) => (
        <RaterGroup key={relationship} relationship={relationship} page={page} />
      ))}
    </div>
  );
}

function RaterGroup({ relationship, page }: { relationship: Relationship; page: NominationPage }) {
  const { t } = useTranslation(["feedback-hr", "nomination"]);
  const { t: named } = useTranslation("relationships");
  const { choice } = page;
  const minimum = page.minimum.needed;
  const raters = choice.raters.filter((rater) => rater.relationship === relationship);
  const those = raters.filter((rater) => !rater.declined);
  const asked = those.length;
  const counting = those.filter((rater) => rater.counts).length;
  const small = smallGroups([{ relationship, asked, counting }], minimum).length > 0;
  const limits = choice.cycle.limits[relationship] ?? {};
  const { min, max } = limits;
  const bounds = min && max ? "both" : min ? "min" : max ? "max" : null;
  return (
    <section aria-labelledby={`group-${relationship}`}>
      <div className="flex flex-wrap items-baseline gap-x-3 pb-2">
        <h2 id={`group-${relationship}`} className="scroll-mt-4 text-lg font-semibold">
          {named(`groups.${relationship}`)}
        </h2>
        <p className="text-sm tabular-nums text-ink-muted">
          {asked === 0
            ? t("nobody", { ns: "nomination" })
            : t("nomination.count", { count: asked })}
          {bounds && ` · ${t(`limits.${bounds}`, { ns: "nomination", min, max })}`}
        </p>
        {max !== undefined && asked >= max && page.may.add && (
          <Badge>{t("full", { ns: "nomination" })}</Badge>
        )}
        {small && (
          <p className="w-full text-sm text-ink-muted">
            {t(counting < asked ? "nomination.smallCounting" : "nomination.small", { minimum })}
          </p>
        )}
      </div>
      {raters.length > 0 && (
        <ul className="divide-y divide-line rounded-large border border-line bg-surface">
          {raters.map((rater) => (
            <RaterRow key={rater.id} rater={rater} page={page} />
          ))}
        </ul>
      )}
    </section>
  );
}
