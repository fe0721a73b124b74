import { createInstance, type TFunction } from "i18next";
import score from "./texts/en/score.json" with { type: "json" };

/**
 * The words of `twohats score` alone: it runs from these files as they are, where nothing was built, and there the
 * product's whole set of texts, which the bundler gathers, is not to be had.
 */
const texts = createInstance({
  lng: "en",
  resources: { en: { score } },
  interpolation: { escapeValue: false },
  initAsync: false,
});
texts.init();

export const t: TFunction<"score"> = texts.getFixedT("en", "score");
