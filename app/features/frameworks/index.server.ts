export { builtInFramework, builtInFrameworks } from "./built-in.server.ts";
export { frameworkInLanguage } from "./framework-in-language.server.ts";
export {
  type FrameworkEntry,
  levelHistory,
  levelledFramework,
  levelledFrameworkOf,
  levelledFrameworks,
} from "./levelled/levelled-reads.server.ts";
export { frameworkOf, frameworksCalled } from "./reads.server.ts";
export { roleForTitle } from "./role-for-title.server.ts";
export { saveRoleProfile } from "./save-role-profile.server.ts";
export { keepFrameworks } from "./store.server.ts";
