import { changerOf } from "~/features/rounds/index.server.ts";
import { lockCycle, updateCycle } from "./cycle-store.server.ts";

/** Changes a cycle as every round is changed, both of its halves as one. */
export const changeCycle = changerOf({
  lock: lockCycle,
  update: updateCycle,
  word: () => "cycle",
});
