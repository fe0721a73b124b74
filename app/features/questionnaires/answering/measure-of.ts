import type { Framework } from "~/features/frameworks/index.ts";
import type { AnswerRules } from "../domain/answers.ts";
import type { Measure } from "../domain/measure.ts";
import type { Instrument } from "../instruments/instrument.ts";

/** What scoring needs of an instrument. Hats come in the framework's order: the first is the plane's axis across. */
export function measureOf(instrument: Instrument, framework: Framework): Measure {
  const used = new Set(instrument.items.map((item) => item.competency));
  const [across, up] = framework.hats;
  if (!across || !up) throw new Error("a framework needs two hats");
  return {
    items: instrument.items.map(({ key, competency, scale }) => {
      const range = scaleRange(instrument, scale);
      return {
        id: key,
        competency,
        scale: instrument.scales[scale].kind === "amount" ? { ...range, centre: 0 } : range,
      };
    }),
    competencies: framework.competencies
      .filter(({ key }) => used.has(key))
      .map(({ key, hat }) => ({ id: key, hat })),
    hats: [across.key, up.key],
    questions: instrument.openQuestions.map((question) => question.key),
  };
}

/** How far a scale of an instrument reaches. */
export function scaleRange(
  { scales }: Instrument,
  scale: Instrument["items"][number]["scale"],
): { low: number; high: number } {
  const values = scales[scale].options.map((option) => option.value);
  return { low: Math.min(...values), high: Math.max(...values) };
}

/** Which answers an instrument takes. */
export function answerRules(instrument: Instrument): AnswerRules {
  return {
    itemCount: instrument.items.length,
    isValid: (index, value) => {
      const item = instrument.items[index];
      return (
        item !== undefined &&
        instrument.scales[item.scale].options.some((option) => option.value === value)
      );
    },
    questionKeys: instrument.openQuestions.map((question) => question.key),
  };
}
