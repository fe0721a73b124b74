import { levelledFramework } from "~/features/frameworks/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { personToRead } from "../reach/level-reach.server.ts";
import { readEvidence, type ShownEvidence, shownEvidence } from "./shown-evidence.server.ts";

export type EvidencePage = {
  person: { id: string; name: string; isOwn: boolean };
  competency: string;
  framework: string;
  levelName: string | null;
  evidence: ShownEvidence;
};

/** One piece of evidence with all that is held of it; null where an actor may not read it, or there is none. */
export async function evidencePage(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  { personId, evidenceId }: { personId: string; evidenceId: string },
): Promise<EvidencePage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const person = await personToRead(tx, actor, personId);
    const all = person ? await readEvidence(tx, actor, person) : [];
    const evidence = all.find(({ id }) => id === evidenceId);
    if (!person || !evidence) return null;
    const { framework: name, version, level } = evidence;
    const framework = await levelledFramework(tx, actor, name, version);
    const today = await todayWhere(platform, tx, actor);
    const own = all.filter((each) => each.framework === name);
    const competency = framework?.competencies.find(({ id }) => id === evidence.competency);
    return {
      person: { id: personId, name: person.name, isOwn: actor.personId === personId },
      competency: competency?.name ?? evidence.competency,
      framework: framework?.name ?? "",
      levelName: framework?.levels[level - 1]?.name ?? null,
      evidence: (await shownEvidence(tx, actor, person, own, today))(evidence),
    };
  });
}
