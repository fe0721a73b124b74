export type { Actor } from "./domain/actor.ts";
export { localPath } from "./local-path.ts";
export { mayAdminister } from "./policy.ts";
