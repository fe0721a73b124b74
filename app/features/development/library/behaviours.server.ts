import { builtInFramework, frameworkInLanguage } from "~/features/frameworks/index.server.ts";
import type { Framework } from "~/features/frameworks/index.ts";
import { type Hat, hatsInOrder } from "../domain/hat.ts";

/** The framework whose behaviours have guides. */
export const FRAMEWORK = builtInFramework().key;

export type BehaviourOf = {
  behaviour: Framework["competencies"][number]["behaviours"][number];
  competency: Framework["competencies"][number];
  hat: Hat | null;
};

/** A behaviour by its key, with its competency and hat, in a language; null where there is none. */
export function behaviourCalled(key: string, language = "en"): BehaviourOf | null {
  const framework = frameworkInLanguage(builtInFramework(), language);
  for (const competency of framework.competencies) {
    const behaviour = competency.behaviours.find((each) => each.key === key);
    const hat = hatOf(framework, competency.hat);
    if (behaviour) return { behaviour, competency, hat };
  }
  return null;
}

/** A hat of a framework by its key; null for what stands above the hats. */
export function hatOf({ hats }: Framework, key: string | null): Hat | null {
  return hatsInOrder(hats).find((hat) => hat.key === key) ?? null;
}

/** The keys of the hats, in their order. */
export function hatsOfFramework(): string[] {
  return builtInFramework().hats.map(({ key }) => key);
}

/** The hats as somebody reads them. */
export function hatsIn(language: string): Hat[] {
  return hatsInOrder(frameworkInLanguage(builtInFramework(), language).hats);
}
