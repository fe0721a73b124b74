export { builtInFramework, builtInFrameworks } from "./built-in.server.ts";
export { frameworkInLanguage } from "./framework-in-language.server.ts";
export {
  levelHistory,
  levelledFramework,
  levelledFrameworkOf,
  levelledFrameworks,
} from "./levelled/levelled-reads.server.ts";
export { frameworkOf, frameworksCalled } from "./reads.server.ts";
export { rolesAtLaunch } from "./roles/role-at-launch.server.ts";
export {
  type PersonRoles,
  rolesOfAnybody,
  type WhoHasRoles,
} from "./roles/roles-of-people.server.ts";
export { type RoleTarget, saveRole, saveRoleInput } from "./roles/save-role.server.ts";
export { keepFrameworks } from "./store.server.ts";
