import { builtInFramework } from "~/features/frameworks/index.server.ts";
import type { Framework } from "~/features/frameworks/index.ts";
import bothHats360 from "../../../../content/instruments/both-hats-360.v2.json";
import bothHatsShort from "../../../../content/instruments/both-hats-short.v2.json";
import { type Instrument, parseInstrument } from "./instrument.ts";

/** The framework and instruments that every organisation starts with. The first instrument is the usual one. */
export function builtInContent(): { framework: Framework; instruments: Instrument[] } {
  return {
    framework: builtInFramework(),
    instruments: [bothHats360, bothHatsShort].map((json) => parseInstrument(json)),
  };
}
