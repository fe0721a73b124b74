export { situationNamed } from "./open/situation-named.server.ts";
