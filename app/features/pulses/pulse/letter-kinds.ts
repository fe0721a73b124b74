import { roundNotice } from "~/features/rounds/index.server.ts";

/** To whom a pulse is about, once it was counted. */
export const pulseReady = roundNotice("pulse-ready");
