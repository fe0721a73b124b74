export type { Framework } from "./domain/framework.ts";
export type {
  LevelledCompetency,
  LevelledFramework,
} from "./domain/levelled/levelled-framework.ts";
export { carryForward } from "./domain/own/carry-forward.ts";
export type { Importance, Weight } from "./domain/roles/role.ts";
export { type RoleNeeds, roleNeeds } from "./domain/roles/role-needs.ts";
export { withName } from "./domain/wording.ts";
