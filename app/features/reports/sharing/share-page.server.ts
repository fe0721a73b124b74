import type { Actor } from "~/features/identity/index.ts";
import { mentions } from "~/features/people/domain/index.ts";
import { activePeople, type DirectoryPerson, todayWhere } from "~/features/people/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { usualEnd } from "../domain/sharing.ts";
import { reportView } from "../report/report-reads.server.ts";
import { type CurrentGrant, coachOf, currentGrants } from "./grant-reads.server.ts";

const SHOWN = 8;

export type Candidate = { id: string; name: string; jobTitle: string | null; isManager: boolean };

export type SharePage = {
  reportId: string;
  /** Until when it is shared when nobody says otherwise. */
  usualEnd: string;
  grants: CurrentGrant[];
  coach: { personId: string; name: string } | null;
  /** The manager, then whoever a search found. */
  candidates: Candidate[];
};

/** Who can read the actor's own report now, and with whom it could be shared; null for a report that isn't theirs. */
export function sharePage(
  platform: Platform,
  actor: Actor,
  reportId: string,
  search: string,
): Promise<SharePage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const today = await todayWhere(platform, tx, actor);
    const view = await reportView(tx, actor, reportId, today);
    if (view?.reader.reader !== "participant") return null;
    const people = await activePeople(tx, actor);
    const own = people.find((person) => person.id === actor.personId);
    const candidate = ({ id, name, jobTitle }: DirectoryPerson): Candidate => ({
      id,
      name,
      jobTitle,
      isManager: id === own?.managerId,
    });
    const found =
      search === ""
        ? []
        : people.filter(
            (each) =>
              each.id !== actor.personId && each.id !== own?.managerId && mentions(each, search),
          );
    const manager = people.filter((person) => person.id === own?.managerId);
    return {
      reportId,
      usualEnd: usualEnd(today),
      grants: await currentGrants(tx, actor, reportId, today),
      coach: await coachOf(tx, actor, reportId),
      candidates: [...manager, ...found.slice(0, SHOWN)].map(candidate),
    };
  });
}
