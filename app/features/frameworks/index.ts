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
export { type RoleNeeds, type RoleProfile, roleNeeds } from "./domain/role-profile.ts";
export { withName } from "./domain/wording.ts";
