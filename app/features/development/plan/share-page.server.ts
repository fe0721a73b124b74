import type { Actor } from "~/features/identity/index.ts";
import { usualEnd } from "~/features/people/domain/index.ts";
import {
  type DirectoryPerson,
  findColleagues,
  peopleByIds,
  todayWhere,
} from "~/features/people/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readersOfOwnPlan } from "./plan-owners.server.ts";
import { ownPlan } from "./plan-reads.server.ts";
import type { Ticking } from "./work-on-plan.server.ts";

export type SharePlanPage = {
  usualEnd: string;
  readers: { grantId: string; name: string; reader: string; endsOn: string; isStill: boolean }[];
  /** Whoever leads them, then whoever a search found. */
  candidates: { id: string; name: string; jobTitle: string | null; isManager: boolean }[];
};

/** With whom the actor's own plan is shared, and with whom it could be; null where they have none. */
export function sharePlanPage(
  platform: Ticking,
  actor: Actor,
  search: string,
): Promise<SharePlanPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const today = await todayWhere(platform, tx, actor);
    const read = await ownPlan(tx, actor, today);
    if (!read) return null;
    const { id: own, managerId } = read.person;
    const manager = managerId === null ? [] : await peopleByIds(tx, actor, [managerId]);
    const { found } = await findColleagues(tx, actor, search, { except: [own, managerId] });
    const candidate = ({ id, name, jobTitle }: DirectoryPerson) => ({
      ...{ id, name, jobTitle, isManager: id === managerId },
    });
    const readers = await readersOfOwnPlan(tx, actor, read, today);
    return {
      usualEnd: usualEnd(today),
      readers: readers.map(({ id: grantId, name, reader, endsOn, isStill }) => ({
        ...{ grantId, name, reader, endsOn, isStill },
      })),
      candidates: [...manager.filter(({ status }) => status === "active"), ...found].map(candidate),
    };
  });
}
