import { ownGaps } from "~/features/competencies/index.server.ts";
import { builtInFramework, frameworkInLanguage } from "~/features/frameworks/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { ownFocus } from "~/features/reports/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { type AreaSource, OWN_SOURCE } from "../domain/plan/plan.ts";

/** What an area could begin from: what it would be called, and what stands in its form at first. */
export type SourceChoice = {
  /** As it stands in an address. */
  from: string;
  source: AreaSource;
  title: string;
  hat: string | null;
  /** In a line: from which report, or what a role needs. */
  because: { kind: "report"; round: string } | { kind: "role"; level: string; standing: string };
  goal: string;
  dueOn: string | null;
};

/** What whoever asks chose in their reports, and what their roles need more of; theirs alone. */
export async function sourcesFor(
  tx: Tx,
  actor: Actor,
  { today, language }: { today: string; language: string },
): Promise<SourceChoice[]> {
  const framework = frameworkInLanguage(builtInFramework(), language);
  const hatOf = (competency: string | null) =>
    framework.competencies.find(({ key }) => key === competency)?.hat ?? null;
  const chosen = (await ownFocus(tx, actor)).map((focus): SourceChoice => {
    const { reportId, item, label, competency, behaviour, direction } = focus;
    const isOurs = focus.framework === framework.key;
    return {
      from: `report ${reportId} ${item}`,
      source: {
        ...{ origin: "report", reportId, framework: focus.framework, competency, behaviour },
        direction,
      },
      title: label,
      hat: isOurs ? hatOf(competency) : null,
      because: { kind: "report", round: focus.round },
      goal: focus.nextStep,
      dueOn: focus.dueOn >= today ? focus.dueOn : null,
    };
  });
  const missing = (await ownGaps(tx, actor, today)).map((gap): SourceChoice => {
    const { competency, name, standing, needed } = gap;
    return {
      from: `role ${gap.framework} ${competency}`,
      source: { ...OWN_SOURCE, origin: "role", framework: gap.framework, competency },
      title: name,
      hat: gap.framework === framework.key ? gap.hat : null,
      because: { kind: "role", level: needed.name, standing },
      ...{ goal: "", dueOn: null },
    };
  });
  return [...chosen, ...missing];
}

/** Whether two areas came from the same: the same choice in a report, or the same need of a role. */
export function isSameSource(one: AreaSource, other: AreaSource): boolean {
  if (one.origin !== other.origin) return false;
  if (one.origin === "report")
    return one.reportId === other.reportId && keyOf(one) === keyOf(other);
  return one.origin === "role" && keyOf(one) === keyOf(other);
}

function keyOf({ framework, competency, behaviour }: AreaSource): string {
  return `${framework} ${competency} ${behaviour}`;
}
