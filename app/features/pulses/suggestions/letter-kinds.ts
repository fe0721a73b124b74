import { roundNotice } from "~/features/rounds/index.server.ts";

/** To whoever asked for suggestions, once what may be read of them is there. */
export const suggestionsReady = roundNotice("suggestions-ready");
