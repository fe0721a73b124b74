import { useOutletContext } from "react-router";
import type { Relationship } from "~/features/questionnaires/domain/index.ts";
import { type IntroFacts, IntroPreview } from "~/features/rounds/index.ts";
import type { CycleKind } from "../../domain/cycle-kind.ts";
import type { SetupFacts } from "./setup-facts.ts";

/** Those whose promises differ, in the order in which HR asks about them. */
const read: Record<CycleKind, readonly Relationship[]> = {
  "360": ["peer", "direct_report", "manager", "self"],
  upward: ["direct_report", "outside", "self"],
  self: ["self"],
};

type Props = {
  /** What stands in the step's fields, where it is more than was saved. */
  typed?: Partial<IntroFacts> & { kind?: CycleKind; questionnaire?: string };
  notes?: readonly string[];
};

/** What a cycle's raters will read, as it was saved or as it is being typed. */
export function IntroAside({ typed: { kind, questionnaire, ...typed } = {}, notes }: Props) {
  const { cycle, instrument, example } = useOutletContext<SetupFacts>();
  const saved: IntroFacts = {
    round: cycle.name,
    instrument: instrument && { items: instrument.items, minutes: instrument.minutes },
    closesOn: cycle.closesOn,
    minimum: example.minimum,
    releaseMode: cycle.releaseMode,
    hrKeepsReports: cycle.hrKeepsReports,
  };
  return (
    <IntroPreview
      roundId={cycle.id}
      {...(questionnaire ? { questionnaire } : {})}
      relationships={read[kind ?? cycle.kind]}
      name={example.name}
      saved={saved}
      now={{ ...saved, ...typed }}
      {...(notes ? { notes } : {})}
    />
  );
}
