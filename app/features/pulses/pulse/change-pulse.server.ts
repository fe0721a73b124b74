import { changerOf } from "~/features/rounds/index.server.ts";
import { lockPulse, updatePulse } from "./pulse-store.server.ts";

/** Changes a pulse as every round is changed, both of its halves as one. */
export const changePulse = changerOf({
  lock: lockPulse,
  update: updatePulse,
  word: () => "pulse",
});
