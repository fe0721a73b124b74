export { informationForRaters } from "./information/for-raters.server.ts";
export { informationWaits } from "./information/own-standing.server.ts";
export { forgetDue } from "./retention/forget-due.server.ts";
export { type KeptOfAll, keptContext } from "./retention/kept-context.server.ts";
