import bothHats from "../../../content/frameworks/both-hats.v1.json";
import bothHats360 from "../../../content/instruments/both-hats-360.v2.json";
import bothHatsShort from "../../../content/instruments/both-hats-short.v2.json";
import { type Framework, parseFramework } from "./domain/framework.ts";
import { type Instrument, parseInstrument } from "./domain/instrument.ts";

/** The framework and instruments that every organisation starts with. The first instrument is the usual one. */
export function builtInContent(): { framework: Framework; instruments: Instrument[] } {
  return {
    framework: parseFramework(bothHats),
    instruments: [bothHats360, bothHatsShort].map((json) => parseInstrument(json)),
  };
}
