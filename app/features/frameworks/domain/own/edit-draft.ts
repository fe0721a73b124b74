import type { Origins } from "./declared-changes.ts";
import type { OwnCompetency, OwnFramework, OwnGroup } from "./own-framework.ts";

/** One step of editing a draft. A thing is put in the place of the one with its id, or at the end. */
export type DraftEdit =
  | {
      kind: "about";
      details: Pick<OwnFramework, "name" | "description" | "language" | "source">;
      levels: OwnFramework["levels"];
    }
  | { kind: "put-group"; group: OwnGroup }
  | { kind: "remove-group"; id: string }
  | {
      kind: "put-competency";
      competency: OwnCompetency;
      /** Where it comes from in the version before; left out, that stays. */
      origin?: Origins[string];
    }
  | { kind: "remove-competency"; id: string }
  /** One up or down among those of its group. */
  | { kind: "move"; what: "group" | "competency"; id: string; by: -1 | 1 };

export type EditRefusal = "unknown" | "group-in-use" | "level-in-use";

export type Edited = { ok: true; framework: OwnFramework } | { ok: false; reason: EditRefusal };

/**
 * A draft after one edit. Refused for something that is gone meanwhile, for a group that still holds something and for
 * levels that anchors stand on: nothing is lost by an edit of something else.
 */
export function editDraft(draft: OwnFramework, edit: DraftEdit): Edited {
  const { groups, competencies } = draft;
  const edited = (changed: Partial<OwnFramework>): Edited => ({
    ok: true,
    framework: { ...draft, ...changed },
  });
  const refuse = (reason: EditRefusal): Edited => ({ ok: false, reason });
  switch (edit.kind) {
    case "about": {
      const used = competencies.some(({ anchors }) =>
        anchors.some(({ level }) => level > edit.levels.length),
      );
      return used ? refuse("level-in-use") : edited({ ...edit.details, levels: edit.levels });
    }
    case "put-group":
      return edited({ groups: put(groups, edit.group) });
    case "remove-group": {
      const { id } = edit;
      if (!groups.some((group) => group.id === id)) return refuse("unknown");
      const used =
        groups.some(({ parent }) => parent === id) || competencies.some((c) => c.group === id);
      return used ? refuse("group-in-use") : edited({ groups: without(groups, id) });
    }
    case "put-competency":
      return edited({ competencies: put(competencies, edit.competency) });
    case "remove-competency":
      return competencies.some(({ id }) => id === edit.id)
        ? edited({ competencies: without(competencies, edit.id) })
        : refuse("unknown");
    case "move": {
      if (edit.what === "group") {
        const moved = move(groups, edit, (group) => group.parent);
        return moved ? edited({ groups: moved }) : refuse("unknown");
      }
      const moved = move(competencies, edit, (competency) => competency.group);
      return moved ? edited({ competencies: moved }) : refuse("unknown");
    }
  }
}

/** Where competencies come from after one edit: with what is removed goes what was said of it. */
export function editOrigins(origins: Origins, edit: DraftEdit): Origins {
  if (edit.kind === "put-competency" && edit.origin)
    return { ...origins, [edit.competency.id]: edit.origin };
  if (edit.kind !== "remove-competency") return origins;
  return Object.fromEntries(Object.entries(origins).filter(([id]) => id !== edit.id));
}

function put<Entry extends { id: string }>(entries: readonly Entry[], entry: Entry): Entry[] {
  const at = entries.findIndex(({ id }) => id === entry.id);
  return at < 0 ? [...entries, entry] : entries.with(at, entry);
}

function without<Entry extends { id: string }>(entries: readonly Entry[], id: string): Entry[] {
  return entries.filter((entry) => entry.id !== id);
}

/** Changes places with the next of the same group; at the end of it, all stays. null when there is no such entry. */
function move<Entry extends { id: string }>(
  entries: readonly Entry[],
  { id, by }: { id: string; by: -1 | 1 },
  groupOf: (entry: Entry) => string | null,
): Entry[] | null {
  const from = entries.findIndex((entry) => entry.id === id);
  const entry = entries[from];
  if (!entry) return null;
  let to = from + by;
  for (let other = entries[to]; other; to += by, other = entries[to]) {
    if (groupOf(other) === groupOf(entry)) return entries.with(from, other).with(to, entry);
  }
  return [...entries];
}
