import { callerOffOf } from "../asking/call-off-asked.server.ts";
import { changeSuggestions } from "./change-suggestions.server.ts";

/** Calls a round of suggestions off: those with a name are gone as well. */
export const callOffSuggestions = callerOffOf(changeSuggestions);
