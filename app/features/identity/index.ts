export type { AppointmentLetter } from "./appointment-letter.ts";
export type { Directory } from "./directory.ts";
export type { Actor } from "./domain/actor.ts";
export { LEAVERS_READ_DAYS } from "./domain/presence.ts";
export { localPath } from "./local-path.ts";
export { mayAdminister } from "./policy.ts";
export { minutesOf, refusalAnswer } from "./refusal-answer.ts";
export type { SetUpProblem } from "./set-up-organisation.server.ts";
