import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import {
  accept,
  type Outcome,
  type Problems,
  refuse,
  refuseInput,
} from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import {
  type OwnPractice,
  type practiceInput,
  readPractice,
} from "../domain/library/own-practice.ts";
import { mayKeepPractices } from "../policy.ts";
import { behaviourCalled, FRAMEWORK } from "./behaviours.server.ts";
import {
  insertPractice,
  lockPractices,
  ownPractices,
  replaceWords,
  updatePractice,
} from "./practice-store.server.ts";

/** A new one for a behaviour, or one that stands already as somebody looked at it. */
export type PracticeTarget = { behaviour: string } | { id: string; revision: number };

type Saved = Outcome<{ id: string; behaviour: string }, "unknown"> | Problems;

/** Keeps a practice of the organisation's own. A form that was opened before somebody else's save is refused. */
export async function savePractice(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  target: PracticeTarget,
  form: z.output<typeof practiceInput>,
): Promise<Saved> {
  if (!mayKeepPractices(actor)) return refuse("unknown");
  return inOrganisation(platform, actor, async (tx): Promise<Saved> => {
    await lockPractices(tx, actor);
    const own = await ownPractices(tx, actor, FRAMEWORK);
    const before = "id" in target ? own.find(({ id }) => id === target.id) : undefined;
    if ("id" in target && !before) return refuse("unknown");
    const behaviour = "behaviour" in target ? target.behaviour : (before?.behaviour ?? "");
    if (!behaviourCalled(behaviour)) return refuse("unknown");
    const { words, problems } = readPractice(form);
    if (problems.length > 0) return refuseInput(...problems);
    const { direction } = form;
    // A second press of the button, or of another tab's, adds nothing more.
    const same = own.find((each) => isDeepStrictEqual(said(each), { behaviour, direction, words }));
    if (same && !before) return accept({ id: same.id, behaviour });
    const id = before?.id ?? newId();
    if ("revision" in target) {
      const isSaved = await updatePractice(tx, actor, { ...target, direction });
      if (!isSaved) return refuseInput({ code: "changed-meanwhile" });
    } else {
      const practice = { id, framework: FRAMEWORK, behaviour, direction, revision: 1, words };
      await insertPractice(tx, actor, practice);
    }
    await replaceWords(tx, actor, id, words);
    await recordAudit(platform, tx, actor, {
      action: before ? "practice.changed" : "practice.added",
      subjectKind: "practice",
      subjectId: id,
      detail: { name: Object.values(words)[0]?.name ?? "" },
    });
    return accept({ id, behaviour });
  });
}

function said({ behaviour, direction, words }: OwnPractice) {
  return { behaviour, direction, words };
}
