import { levelledFrameworkOf } from "~/features/frameworks/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { isLaidOpen } from "../../domain/assessments/assessment-readers.ts";
import type { Draft, Part } from "../../domain/assessments/placement.ts";
import type { Purpose } from "../../domain/purpose.ts";
import { assessedByIds } from "../store/assessed-store.server.ts";
import { roundsAbout } from "../store/assessment-reads.server.ts";
import { sheetById, sheetsAbout, viewsOf } from "../store/sheet-store.server.ts";

export type SheetPage = {
  id: string;
  subjectId: string;
  part: Part;
  /** Whom it is about. */
  name: string;
  round: { id: string; name: string; closesOn: string | null; purposes: Purpose[] };
  revision: number;
  sentOn: string | null;
  /** Whether something can still be written. */
  isOpen: boolean;
  /** Everybody sent theirs: from then on there is the talk. */
  isLaidOpen: boolean;
  competencies: {
    id: string;
    name: string;
    description: string;
    group: string | null;
    levels: { level: number; name: string; anchor: string | null }[];
    said: Draft | null;
  }[];
};

/** A sheet, for whoever writes it and nobody else. */
export async function sheetPage(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  sheetId: string,
): Promise<SheetPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const sheet = await sheetById(tx, actor, sheetId);
    if (!sheet || actor.personId === null || sheet.authorId !== actor.personId) return null;
    const [assessed] = await assessedByIds(tx, actor, [sheet.subjectId]);
    if (!assessed) return null;
    const round = (await roundsAbout(platform, tx, actor, [assessed])).get(assessed.roundId);
    if (!round) return null;
    const framework = await levelledFrameworkOf(tx, actor, round.framework, round.version);
    if (!framework) throw new Error("a round of assessments without its framework");
    const known = new Map(framework.competencies.map((each) => [each.id, each]));
    const all = (await sheetsAbout(tx, actor, [sheet.subjectId])).get(sheet.subjectId) ?? [];
    return {
      ...{ id: sheetId, subjectId: sheet.subjectId, part: sheet.part, name: assessed.name },
      round: {
        ...{ id: assessed.roundId, name: round.name, closesOn: round.closesOn },
        purposes: round.purposes,
      },
      ...{ revision: sheet.revision, sentOn: sheet.sentOn },
      isOpen: round.takesWork && assessed.concludedOn === null,
      isLaidOpen: isLaidOpen(viewsOf(assessed, all)),
      competencies: assessed.competencies.flatMap((id) => {
        const competency = known.get(id);
        if (!competency) return [];
        const { name, description, group, anchors } = competency;
        const levels = framework.levels.map((level, at) => ({
          ...{ level: at + 1, name: level.name, anchor: anchors[at] ?? null },
        }));
        return [{ id, name, description, group, levels, said: sheet.levels[id] ?? null }];
      }),
    };
  });
}
