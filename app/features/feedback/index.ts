export type { CycleState } from "./domain/cycle.ts";
export { type Relationship, relationships } from "./domain/relationship.ts";
export type { ReportContent } from "./domain/report-content.ts";
