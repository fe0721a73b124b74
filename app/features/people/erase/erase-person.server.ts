import { z } from "zod";
import { recordedDetail } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, type Problems, refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changingPerson } from "../changing-person.server.ts";
import type { KeptPerson } from "../domain/by-hand/history.ts";
import { displayName } from "../domain/display-name.ts";
import { carryOutAll, holdAll } from "../personal/look-at.server.ts";
import type { PersonalOfAll } from "../personal/personal-context.server.ts";
import { planErasure } from "./erase-plan.server.ts";
import { ERASED, recordErasure } from "./record-erasure.server.ts";

/** `seen`: what the page showed. `name`: typed, so that nobody erases by a slip. `asked`: the person asked for it. */
export const erasePersonInput = z.object({
  seen: z.string().max(100),
  name: z.string("missing").trim().max(300),
  asked: z.boolean().optional(),
});

/**
 * Erases somebody who left, or who asked for it: what has to stay (counts, what closed rounds told, ids in records)
 * says nothing of who they were. Nobody erases themselves or an administrator. It can't be undone.
 */
export async function erasePerson(
  platform: Platform,
  personalOfAll: PersonalOfAll,
  actor: Actor,
  personId: string,
  { seen, name, asked }: z.output<typeof erasePersonInput>,
): Promise<Outcome<void, "not-allowed" | "unknown"> | Problems> {
  const personal = await personalOfAll();
  const erasing = personal.map(({ erase }) => erase);
  const hold = (tx: Tx) => holdAll(tx, actor, erasing, personId);
  const work = async (tx: Tx, person: KeptPerson) => {
    const plan = await planErasure(platform, tx, actor, personal, person);
    if (plan.hindrances.length > 0) return refuseInput({ code: "hindered" });
    if (person.status === "active" && !asked)
      return refuseInput({ field: "asked", code: "missing" });
    if (name !== displayName(person)) return refuseInput({ field: "name", code: "not-the-name" });
    if (plan.seen !== seen) return refuseInput({ code: "out-of-date" });
    await carryOutAll(platform, tx, actor, erasing, plan.known);
    await recordErasure(platform, tx, actor, personId, plan.counts);
    return { ok: true } as const;
  };
  const outcome = await changingPerson(platform, actor, personId, work, hold);
  if (outcome.ok || outcome.reason !== "unknown" || !isId(personId)) return outcome;
  // Whoever pressed twice is told that it is done.
  const done = await inOrganisation(platform, actor, (tx) =>
    recordedDetail(tx, actor, { action: ERASED, subjectId: personId }),
  );
  return done ? { ok: true } : outcome;
}
