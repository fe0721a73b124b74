export type { Framework } from "./domain/framework.ts";
export { type RoleNeeds, type RoleProfile, roleNeeds } from "./domain/role-profile.ts";
export { withName } from "./domain/wording.ts";
