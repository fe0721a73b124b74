import { callerOffOf } from "../asking/call-off-asked.server.ts";
import { changePulse } from "./change-pulse.server.ts";

/** Calls a pulse off, which makes room for the next one. */
export const callOffPulse = callerOffOf(changePulse, { isOpen: false });
