export type { Framework } from "./domain/framework.ts";
export { type Instrument, itemsOfSection } from "./domain/instrument.ts";
export { inLanguage, languagesOf } from "./domain/languages.ts";
export { type RoleNeeds, type RoleProfile, roleNeeds } from "./domain/role-profile.ts";
export { withName, wordingFor } from "./domain/wording.ts";
