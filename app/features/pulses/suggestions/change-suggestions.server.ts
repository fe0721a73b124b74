import { changerOf, updateRound } from "~/features/rounds/index.server.ts";
import { lockSuggestionRound } from "./suggestion-store.server.ts";

/** Changes a round of suggestions as every round is changed. */
export const changeSuggestions = changerOf({
  lock: lockSuggestionRound,
  update: updateRound,
  word: () => "suggestion",
});
