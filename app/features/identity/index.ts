export type { Actor } from "./domain/actor.ts";
export { localPath } from "./local-path.ts";
export { mayAdminister } from "./policy.ts";
export { minutesOf, refusalAnswer } from "./refusal-answer.ts";
export type { SetUpProblem } from "./set-up-organisation.server.ts";
