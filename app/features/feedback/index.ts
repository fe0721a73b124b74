export type { CycleState } from "./domain/cycle.ts";
export type { ReportContent } from "./domain/report-content.ts";
export { type Relationship, relationships } from "./domain/relationship.ts";
