import { changerOf } from "~/features/rounds/index.server.ts";
import { lockAwayTest, updateAwayTest } from "./away-store.server.ts";

/** Changes an away test as every round is changed, both of its halves as one. */
export const changeAway = changerOf({
  lock: lockAwayTest,
  update: updateAwayTest,
  word: () => "away",
});
