import { builtInFramework, builtInFrameworks } from "~/features/frameworks/index.server.ts";
import type { Framework } from "~/features/frameworks/index.ts";
import bothHats360 from "../../../../content/instruments/both-hats-360.v2.json";
import bothHatsShort from "../../../../content/instruments/both-hats-short.v2.json";
import { type Instrument, parseInstrument } from "./instrument.ts";

/**
 * The instruments that every organisation starts with, the usual one first, the version of the framework that they ask
 * about, and every version that there is.
 */
export function builtInContent(): {
  framework: Framework;
  frameworks: readonly Framework[];
  instruments: Instrument[];
} {
  const instruments = [bothHats360, bothHatsShort].map((json) => parseInstrument(json));
  return {
    framework: builtInFramework(instruments[0]?.framework.version),
    frameworks: builtInFrameworks(),
    instruments,
  };
}
