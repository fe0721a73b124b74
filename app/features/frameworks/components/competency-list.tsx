import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge.tsx";
import type { OwnCompetency, OwnLevel } from "../domain/own/own-framework.ts";
import type { ShownCompetency } from "../domain/own/shown-competencies.ts";

type Props = { shown: readonly ShownCompetency[]; levels: readonly OwnLevel[] };

/** Competencies with what one sees on each level. */
export function CompetencyList({ shown, levels }: Props) {
  return (
    <ul className="grid max-w-reading gap-8">
      {shown.map((competency) => (
        <li key={competency.id} data-print="together">
          <article className="grid gap-2">
            {competency.way.length > 0 && (
              <p dir="auto" className="text-sm text-ink-muted">
                {competency.way.join(" › ")}
              </p>
            )}
            <h3 dir="auto" className="font-serif text-xl">
              {competency.name}
            </h3>
            <CompetencyTold competency={competency} levels={levels} />
          </article>
        </li>
      ))}
    </ul>
  );
}

/** What there is to say of one competency below its name. */
export function CompetencyTold({
  competency: { description, tags, otherNames, anchors },
  levels,
}: {
  competency: Pick<OwnCompetency, "description" | "tags" | "otherNames" | "anchors">;
  levels: readonly OwnLevel[];
}) {
  const { t } = useTranslation("frameworks");
  return (
    <div className="grid gap-2">
      {description !== "" && (
        <p dir="auto" className="whitespace-pre-line">
          {description}
        </p>
      )}
      {otherNames.length > 0 && (
        <p className="text-sm text-ink-muted">
          {t("own.alsoCalled", { names: otherNames.join(", ") })}
        </p>
      )}
      {tags.length > 0 && (
        <ul className="flex flex-wrap gap-2" aria-label={t("own.tags")}>
          {tags.map((tag) => (
            <li key={tag}>
              <Badge>{tag}</Badge>
            </li>
          ))}
        </ul>
      )}
      {anchors.length > 0 && (
        <dl className="mt-1 grid gap-x-6 gap-y-3 sm:grid-cols-[minmax(8rem,auto)_1fr]">
          {[...anchors]
            .sort((a, b) => a.level - b.level)
            .map(({ level, text, observableBy }) => (
              <div key={level} className="grid gap-0.5 sm:contents">
                <dt className="font-medium" dir="auto">
                  {t("own.levelCalled", { level, name: levels[level - 1]?.name })}
                </dt>
                <dd dir="auto" className="whitespace-pre-line">
                  {text}
                  {observableBy.length > 0 && (
                    <span className="block text-sm text-ink-muted">
                      {t("own.seenBy", {
                        who: observableBy.map((who) => t(`own.observers.${who}`)).join(", "),
                      })}
                    </span>
                  )}
                </dd>
              </div>
            ))}
        </dl>
      )}
    </div>
  );
}
