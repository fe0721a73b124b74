export { type Actor, isLimited, OPERATOR, unitsOf } from "./actor.ts";
