export { builtInContent } from "./built-in.server.ts";
export { installBuiltIn } from "./install-built-in.server.ts";
export { instrumentChoices } from "./instrument-choices.server.ts";
export { type InstrumentChoice, instrumentById, instrumentsOver } from "./reads.server.ts";
export { roleForTitle } from "./role-for-title.server.ts";
export { saveRoleProfile } from "./save-role-profile.server.ts";
export { upgradeBuiltIn } from "./upgrade-built-in.server.ts";
