import type { Framework } from "~/features/frameworks/index.ts";
import type { Measure } from "../domain/measure.ts";
import { isMeasured, measuredItems, openQuestions } from "../instruments/asked-items.ts";
import type { Instrument } from "../instruments/instrument.ts";

/**
 * What scoring needs of an instrument. Hats come in the framework's order: the first is the plane's axis across. Throws
 * for one with answers that are not measured (`isMeasured`): ratings and items would not stand in the same places.
 */
export function measureOf(instrument: Instrument, framework: Framework): Measure {
  if (!isMeasured(instrument)) throw new Error("an instrument that is not measured");
  const items = measuredItems(instrument);
  const used = new Set(items.map(({ item }) => item.competency));
  const [across, up] = framework.hats;
  if (!across || !up) throw new Error("a framework needs two hats");
  return {
    items: items.map(({ item: { key, competency }, scale }) => ({ id: key, competency, scale })),
    competencies: framework.competencies
      .filter(({ key }) => used.has(key))
      .map(({ key, hat }) => ({ id: key, hat })),
    hats: [across.key, up.key],
    questions: openQuestions(instrument).map((question) => question.key),
  };
}
