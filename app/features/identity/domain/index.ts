export { type Actor, isLimited } from "./actor.ts";
