import { z } from "zod";
import { assemble } from "./assemble.ts";
import { oneLine, tidy } from "./cells.ts";
import type { CompetencyInput, GroupInput, Placed, ReadFramework } from "./read-framework.ts";
import type { AboutTable } from "./read-table.ts";

const titled = { title: z.string(), description: z.string().default("") };
const skill = z.object({
  ...titled,
  tools_languages_methodologies: z.string().default(""),
  training_resources: z.string().default(""),
});
const domains = z.object({
  competency_domains: z.array(
    z.object({
      ...titled,
      competencies: z.array(z.object({ ...titled, skills: z.array(skill) })),
    }),
  ),
});

/** Whether a JSON file holds skills in competencies in domains, as the DIRECT framework does. */
export function isDomains(value: unknown): boolean {
  return domains.safeParse(value).success;
}

/** A framework from the JSON of DIRECT: domains and competencies are groups, skills competencies, tools their tags. */
export function readDomains(value: unknown, about: AboutTable): ReadFramework {
  const groups: Placed<GroupInput>[] = [];
  const competencies: Placed<CompetencyInput>[] = [];
  let training = 0;
  const place = (
    parent: string | null,
    { title, description }: { title: string; description: string },
  ) => {
    const name = oneLine(title);
    const id = parent === null ? name : `${parent}/${name}`;
    groups.push({
      row: groups.length + 1,
      entry: { id, parent, name, description: tidy(description) },
    });
    return id;
  };
  for (const domain of domains.parse(value).competency_domains) {
    const top = place(null, domain);
    for (const area of domain.competencies) {
      const group = place(top, area);
      for (const { title, description, ...more } of area.skills) {
        const name = oneLine(title);
        if (more.training_resources !== "") training++;
        const tags = more.tools_languages_methodologies.split("|").map(oneLine);
        const entry = {
          ...{ id: `${group}/${name}`, group, name, description: tidy(description) },
          tags: [...new Set(tags)].filter((tag) => tag !== ""),
        };
        competencies.push({ row: competencies.length + 1, entry });
      }
    }
  }
  const levels = about.levelNames.map((name) => ({ name }));
  return assemble({
    about: { name: about.name, language: about.language, levels },
    ...{ groups, competencies },
    notes: [
      { code: "levels-assumed", field: "levels", count: levels.length },
      ...(training > 0
        ? [{ code: "left-out" as const, field: "training_resources", count: training }]
        : []),
    ],
  });
}
