import { callerOffOf } from "../asking/call-off-asked.server.ts";
import { changeAway } from "./change-away.server.ts";

/** Calls an away test off, which makes room for the next one. */
export const callOffAway = callerOffOf(changeAway, { isOpen: false });
