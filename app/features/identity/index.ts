export type { AppointmentLetter } from "./appointment-letter.ts";
export type { Directory } from "./directory.ts";
export type { Actor } from "./domain/actor.ts";
export { LEAVERS_READ_DAYS } from "./domain/presence.ts";
export { localPath } from "./local-path.ts";
export { mayAdminister } from "./policy.ts";
