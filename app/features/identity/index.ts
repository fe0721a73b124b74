export type { Actor } from "./domain/actor.ts";
export { mayAdminister } from "./policy.ts";
