import { z } from "zod";
import { recordAudit, recordedDetail } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import {
  accept,
  type Outcome,
  type Problems,
  refuse,
  refuseInput,
} from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changePeople } from "../change-people.server.ts";
import { changingPerson } from "../changing-person.server.ts";
import { displayName } from "../domain/display-name.ts";
import { mergedPerson, TAKEN_FIELDS } from "../domain/merge/merged-person.ts";
import { recordHistory } from "../history/history-store.server.ts";
import { carryOutAll, holdAll } from "../personal/look-at.server.ts";
import type { PersonalOfAll } from "../personal/personal-context.server.ts";
import { giveUpIdentifiers } from "../store.server.ts";
import { planMerge } from "./merge-plan.server.ts";

/** `seen`: what the page showed. `take`: where both records say something, what is taken from the one that goes. */
export const mergePeopleInput = z.object({
  other: z.uuid(),
  seen: z.string().max(100),
  take: z.array(z.enum(TAKEN_FIELDS)).optional(),
});

const MERGED = "person.merged";

type Given = z.output<typeof mergePeopleInput>;

/**
 * Makes one record of two of the same person: what is only asked of `other` moves, and it is gone. Only of somebody
 * with no history; refused where anything stands against it, and where the page that was looked at is out of date.
 * Never of one's own record, and no address is replaced (decision 51).
 */
export async function mergePeople(
  platform: Platform,
  personalOfAll: PersonalOfAll,
  actor: Actor,
  personId: string,
  { other, seen, take = [] }: Given,
): Promise<Outcome<{ waits: boolean }, "not-allowed" | "unknown"> | Problems> {
  const personal = await personalOfAll();
  const merging = personal.map(({ merge }) => merge);
  const hold = (tx: Tx) => holdAll(tx, actor, merging, other);
  const work = async (tx: Tx) => {
    const plan = await planMerge(platform, tx, actor, personal, { stays: personId, goes: other });
    if (!plan) {
      // Whoever pressed twice is told that it is done.
      const done = await recordedDetail(tx, actor, { action: MERGED, subjectId: personId });
      return done?.merged === other ? accept({ waits: false }) : refuse("unknown");
    }
    if (plan.hindrances.length > 0) return refuseInput({ code: "hindered" });
    if (plan.seen !== seen) return refuseInput({ code: "out-of-date" });
    const { stays, goes, managerId } = plan;
    const { facts, own, dropped } = mergedPerson({ stays, goes }, take);
    const { organisationId } = actor;
    await giveUpIdentifiers(tx, { organisationId, personId: goes.id });
    const workingDays = stays.workingDays ?? goes.workingDays;
    const update = { ...facts, own, id: stays.id, managerId, status: stays.status, workingDays };
    const waiting = await changePeople(platform, tx, actor, "hand", [update]);
    const by = { ...actor, way: "hand" as const, at: platform.clock.now() };
    const address = dropped.find(({ field }) => field === "email")?.value ?? null;
    const changes = [{ field: "merged" as const, from: address, to: displayName(goes) }];
    await recordHistory(tx, by, [{ personId, revision: stays.revision + 1, changes }]);
    const pair = { stays: stays.id, goes: goes.id, address: goes.email };
    await carryOutAll(platform, tx, actor, merging, pair);
    await recordAudit(platform, tx, actor, {
      action: MERGED,
      subjectKind: "person",
      subjectId: personId,
      detail: { merged: goes.id, ...countsIn(plan.counts) },
    });
    return accept({ waits: waiting > 0 });
  };
  return changingPerson(platform, actor, personId, work, hold);
}

const countsIn = (counts: readonly { word: string; count: number }[]) =>
  Object.fromEntries(counts.map(({ word, count }) => [word, count]));
