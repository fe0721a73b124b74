export { forgetDue } from "./retention/forget-due.server.ts";
export { type KeptOfAll, keptContext } from "./retention/kept-context.server.ts";
