export { type Actor, OPERATOR } from "./actor.ts";
