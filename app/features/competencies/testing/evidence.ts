import type { Evidence } from "../domain/evidence.ts";

let made = 0;

/** A piece of evidence, the next of the day: a manager's word for staffing and development, unless told. */
export function someEvidence(told: Partial<Evidence> = {}): Evidence {
  made += 1;
  return {
    id: `evidence-${String(made).padStart(6, "0")}`,
    personId: "ana",
    framework: "own",
    version: 1,
    competency: "planning",
    source: "manager",
    level: 3,
    spread: null,
    saidOn: "2026-03-02",
    expiresOn: null,
    purposes: ["development", "staffing"],
    voice: "boss",
    name: null,
    replaces: [],
    withdrawnOn: null,
    ...told,
  };
}
