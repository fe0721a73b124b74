import { roundNotice } from "~/features/rounds/index.server.ts";

/** To whoever was away, once what their team says can be read. */
export const awayReady = roundNotice("away-ready");
