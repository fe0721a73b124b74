export type { Framework } from "./domain/framework.ts";
export { type CompetencyRef, competencyRef } from "./domain/levelled/competency-ref.ts";
export type {
  LevelledCompetency,
  LevelledFramework,
} from "./domain/levelled/levelled-framework.ts";
export {
  type CarriedForward,
  carryForward,
  type PublishedVersion,
  type SaidLevel,
} from "./domain/own/carry-forward.ts";
export type { NeedOfPerson } from "./domain/roles/merge-needs.ts";
export type { Importance, Weight } from "./domain/roles/role.ts";
export { type RoleNeeds, roleNeeds } from "./domain/roles/role-needs.ts";
export { withName } from "./domain/wording.ts";
