export { type Actor, isLimited, OPERATOR } from "./actor.ts";
