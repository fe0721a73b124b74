export type { Actor, Role } from "./domain/actor.ts";
export { mayAdminister, maySeeDirectory } from "./policy.ts";
