import { type OwnFramework, ownFrameworkSchema } from "../domain/own/own-framework.ts";

type Input = Parameters<typeof ownFrameworkSchema.parse>[0] & object;

/** A small framework of one's own: two groups, three competencies, three levels. */
export function ownFramework(changed: Partial<OwnFramework> = {}): OwnFramework {
  const input: Input = {
    name: "On the water",
    language: "en",
    levels: [{ name: "Starting" }, { name: "Able" }, { name: "Teaching" }],
    groups: [
      { id: "ship", name: "The ship" },
      { id: "engine", parent: "ship", name: "The engine" },
    ],
    competencies: [
      competency("mooring", "Mooring", "ship"),
      competency("pumps", "Pumps", "engine"),
      competency("watch", "Keeping watch", null),
    ],
    ...changed,
  };
  return ownFrameworkSchema.parse(input);
}

/** A competency with an anchor on each of three levels. */
export function competency(id: string, name: string, group: string | null = null) {
  const anchors = ["with help", "alone", "and shows others how"].map((how, at) => ({
    level: at + 1,
    text: `Does ${name.toLowerCase()} ${how}`,
    observableBy: at === 2 ? (["manager", "peer"] as const) : [],
  }));
  return { id, name, group, anchors };
}
