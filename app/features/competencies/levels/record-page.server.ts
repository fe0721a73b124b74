import { levelledFramework, levelledFrameworks } from "~/features/frameworks/index.server.ts";
import type { LevelledFramework } from "~/features/frameworks/index.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayRecord, type RecordedByOthers, recordedByOthers } from "../policy.ts";
import { personToRead } from "../reach/level-reach.server.ts";

export type RecordPage = {
  person: { id: string; name: string; isOwn: boolean };
  sources: readonly (RecordedByOthers | "self")[];
  framework: Pick<LevelledFramework, "framework" | "version" | "name">;
  competencies: { id: string; name: string; group: string | null }[];
  /** The one whose levels are shown with what one sees on each; null until it is chosen. */
  chosen: { id: string; name: string; description: string; levels: Level[] } | null;
};

type Level = { level: number; name: string; anchor: string | null };

/** What it takes to say a level of somebody; null where an actor may not, or the framework is not there. */
export async function recordPage(
  platform: Pick<Platform, "database">,
  actor: Actor,
  personId: string,
  wanted: { framework: string | null; competency: string | null },
): Promise<RecordPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const person = await personToRead(tx, actor, personId);
    if (person?.status !== "active") return null;
    const sources = (["self", ...recordedByOthers] as const).filter((source) =>
      mayRecord(actor, person.levelsOf, source),
    );
    const name = wanted.framework ?? (await levelledFrameworks(tx, actor))[0]?.framework;
    const framework = name === undefined ? null : await levelledFramework(tx, actor, name);
    if (sources.length === 0 || !framework) return null;
    const chosen = framework.competencies.find(({ id }) => id === wanted.competency);
    return {
      person: { id: personId, name: person.name, isOwn: actor.personId === personId },
      sources,
      framework: {
        ...{ framework: framework.framework, version: framework.version, name: framework.name },
      },
      competencies: framework.competencies.map(({ id, name: called, group }) => ({
        ...{ id, name: called, group },
      })),
      chosen: chosen
        ? {
            ...{ id: chosen.id, name: chosen.name, description: chosen.description },
            levels: framework.levels.map((level, at) => ({
              ...{ level: at + 1, name: level.name, anchor: chosen.anchors[at] ?? null },
            })),
          }
        : null,
    };
  });
}
