import { recordedDetail } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Counted, Hindrance } from "~/platform/feature/personal.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { displayName } from "../domain/display-name.ts";
import type { PersonalOfAll } from "../personal/personal-context.server.ts";
import { mayChangePeople } from "../policy.ts";
import { keptPeople } from "../store.server.ts";
import { planErasure } from "./erase-plan.server.ts";
import { ERASED } from "./record-erasure.server.ts";

export type ErasePage =
  | { erased: true; counts: readonly Counted[] }
  | {
      erased: false;
      name: string;
      active: boolean;
      seen: string;
      hindrances: readonly Hindrance[];
      counts: readonly Counted[];
    };

/** What erasing somebody would do, or did. HR only: null for everyone else. */
export async function readErasePage(
  platform: Platform,
  personalOfAll: PersonalOfAll,
  actor: Actor,
  personId: string,
): Promise<ErasePage | null> {
  if (!mayChangePeople(actor) || !isId(personId)) return null;
  const personal = await personalOfAll();
  return inOrganisation(platform, actor, async (tx): Promise<ErasePage | null> => {
    const person = (await keptPeople(tx, actor, [personId])).get(personId);
    if (!person) return null;
    const done = await recordedDetail(tx, actor, { action: ERASED, subjectId: personId });
    if (done) {
      const counts = Object.entries(done).map(([word, count]) => ({ word, count: Number(count) }));
      return { erased: true, counts };
    }
    if (person.external) return null;
    const { seen, hindrances, counts } = await planErasure(platform, tx, actor, personal, person);
    const active = person.status === "active";
    return { erased: false, name: displayName(person), active, seen, hindrances, counts };
  });
}
