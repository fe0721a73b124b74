import type { Scale } from "@twohats/disclosure";
import type { Framework } from "~/features/frameworks/index.ts";
import { isMeasured, measuredItems } from "./asked-items.ts";
import type { Instrument } from "./instrument.ts";

/** Why a round of feedback can't ask a questionnaire. `name`: the hat or competency it is about. */
export type FeedbackLack =
  | { code: "about-nobody" | "not-measured" | "hats-differ" }
  | { code: "hat-empty" | "scales-mixed"; name: string };

/**
 * What a questionnaire lacks for a round of feedback; empty for one that can be asked. A report compares two hats as
 * others see them, so each needs an item, and what is averaged must stand on one scale.
 */
export function feedbackLacks(instrument: Instrument, framework: Framework): FeedbackLack[] {
  if (instrument.about === "nobody") return [{ code: "about-nobody" }];
  if (!isMeasured(instrument)) return [{ code: "not-measured" }];
  const scales = new Map<string, string[]>();
  for (const { item, scale } of measuredItems(instrument))
    if (item.competency !== null)
      scales.set(item.competency, [...(scales.get(item.competency) ?? []), printOf(scale)]);
  const asked = framework.competencies.filter(({ key }) => scales.has(key));
  const ofHat = (hat: string) =>
    asked.filter((each) => each.hat === hat).flatMap(({ key }) => scales.get(key) ?? []);
  const hats = framework.hats.map(({ key, name }) => ({ name, scales: ofHat(key) }));
  const mixed = [
    ...hats,
    ...asked.map(({ key, name }) => ({ name, scales: scales.get(key) ?? [] })),
  ].filter((each) => new Set(each.scales).size > 1);
  const lacks: FeedbackLack[] = [
    ...hats
      .filter((each) => each.scales.length === 0)
      .map(({ name }) => ({ code: "hat-empty" as const, name })),
    ...mixed.map(({ name }) => ({ code: "scales-mixed" as const, name })),
  ];
  if (lacks.length > 0) return lacks;
  return new Set(hats.flatMap((each) => each.scales)).size > 1 ? [{ code: "hats-differ" }] : [];
}

/** Whether a round of feedback can ask it, and score what it is answered. */
export function suitsFeedback(found: { instrument: Instrument; framework: Framework }): boolean {
  return feedbackLacks(found.instrument, found.framework).length === 0;
}

function printOf({ low, high, centre }: Scale): string {
  return [low, high, centre ?? ""].join(" ");
}
