import { OWN_SOURCE, type PlanAction, type PlanArea } from "../domain/plan/plan.ts";

/** An area that is open and says as little as may be. */
export function anArea(facts: Partial<PlanArea> = {}): PlanArea {
  return {
    ...OWN_SOURCE,
    ...{ id: "area", title: "Hand over", hat: null, status: "open", revision: 1 },
    ...{ goal: "", measure: "", means: "", reason: "", dueOn: null },
    ...facts,
  };
}

export function anAction(facts: Partial<PlanAction> = {}): PlanAction {
  return {
    ...{ id: "action", areaId: "area", kind: "stretch", words: "Let Lotte lead", ownerId: null },
    ...{ dueOn: null, hat: null, evidence: "", practice: null, status: "open", doneOn: null },
    revision: 1,
    ...facts,
  };
}
