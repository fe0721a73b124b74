import { builtInFramework, frameworkInLanguage } from "~/features/frameworks/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Hat } from "../domain/hat.ts";
import type { OwnPractice } from "../domain/library/own-practice.ts";
import { type ShownPractice, shownPractices } from "../domain/library/shown-guide.ts";
import { mayKeepPractices, mayReadPractices } from "../policy.ts";
import { type BehaviourOf, behaviourCalled, FRAMEWORK, hatOf } from "./behaviours.server.ts";
import { builtInLibrary } from "./built-in-library.server.ts";
import { hiddenPractices, ownPractices } from "./practice-store.server.ts";

/** What is offered for a behaviour, and for HR what is hidden as well; null for a behaviour that there is not. */
export async function practicesFor(
  tx: Tx,
  actor: Actor,
  behaviour: string,
  language: string,
): Promise<ShownPractice[] | null> {
  if (!mayReadPractices(actor) || !behaviourCalled(behaviour)) return null;
  const own = await ownPractices(tx, actor, FRAMEWORK);
  const shown = shownPractices(
    builtInLibrary(language).behaviours[behaviour],
    own.filter((each) => each.behaviour === behaviour),
    { hidden: await hiddenPractices(tx, actor, FRAMEWORK), language },
  );
  return mayKeepPractices(actor) ? shown : shown.filter(({ isHidden }) => !isHidden);
}

export type BehaviourPage = Pick<BehaviourOf["behaviour"], "key" | "label" | "self"> & {
  tooLittle: string;
  tooMuch: string;
  competency: string;
  hat: Hat | null;
  more: string;
  less: string;
  questions: readonly string[];
  practices: ShownPractice[];
  mayKeep: boolean;
};

/** All that helps with a behaviour; null for one that there is not. */
export async function behaviourPage(
  tx: Tx,
  actor: Actor,
  key: string,
  language: string,
): Promise<BehaviourPage | null> {
  const found = behaviourCalled(key, language);
  const guide = builtInLibrary(language).behaviours[key];
  const practices = await practicesFor(tx, actor, key, language);
  if (!found || !guide || !practices) return null;
  const { label, self, tooLittle, tooMuch } = found.behaviour;
  return {
    ...{ key, label, self, tooLittle, tooMuch, competency: found.competency.name },
    hat: found.hat,
    ...{ more: guide.more, less: guide.less, questions: guide.questions, practices },
    mayKeep: mayKeepPractices(actor),
  };
}

export type PracticesPage = {
  mayKeep: boolean;
  competencies: {
    key: string;
    name: string;
    hat: Hat | null;
    behaviours: { key: string; label: string; offered: number; own: number; hidden: number }[];
  }[];
};

/** Every behaviour under its competency, with how many practices are offered for it; null for who may not read. */
export async function practicesPage(
  tx: Tx,
  actor: Actor,
  language: string,
): Promise<PracticesPage | null> {
  if (!mayReadPractices(actor)) return null;
  const framework = frameworkInLanguage(builtInFramework(), language);
  const own = Map.groupBy(await ownPractices(tx, actor, FRAMEWORK), ({ behaviour }) => behaviour);
  const hidden = await hiddenPractices(tx, actor, FRAMEWORK);
  const { behaviours } = builtInLibrary(language);
  const count = (key: string) => {
    const shown = shownPractices(behaviours[key], own.get(key) ?? [], { hidden, language });
    return {
      offered: shown.filter(({ isHidden }) => !isHidden).length,
      own: shown.filter(({ isOwn, isHidden }) => isOwn && !isHidden).length,
      hidden: shown.filter(({ isHidden }) => isHidden).length,
    };
  };
  return {
    mayKeep: mayKeepPractices(actor),
    competencies: framework.competencies.map((competency) => ({
      ...{ key: competency.key, name: competency.name },
      hat: hatOf(framework, competency.hat),
      behaviours: competency.behaviours.map(({ key, label }) => ({ key, label, ...count(key) })),
    })),
  };
}

/** One practice of the organisation's own, to be changed; null for everybody but HR. */
export async function practiceToChange(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<OwnPractice | null> {
  if (!mayKeepPractices(actor)) return null;
  const [found] = await ownPractices(tx, actor, FRAMEWORK, id);
  return found ?? null;
}
