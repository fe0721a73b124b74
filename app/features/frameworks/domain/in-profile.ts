import type { Framework } from "./framework.ts";

/**
 * A framework as people of one of its profiles read it: only the behaviours that they can show, in the profile's words
 * where it has any, and the competencies and practices that these belong to. null when it has no such profile.
 */
export function inProfile(framework: Framework, key: string): Framework | null {
  const profile = framework.profiles?.find((each) => each.key === key);
  if (!profile) return null;
  const chosen = new Map(profile.behaviours.map(({ behaviour, ...said }) => [behaviour, said]));
  const competencies = framework.competencies.flatMap((competency) => {
    const behaviours = competency.behaviours.flatMap((behaviour) => {
      const said = chosen.get(behaviour.key);
      return said ? [{ ...behaviour, ...said }] : [];
    });
    const practices = competency.practices.filter(({ behaviour }) => chosen.has(behaviour));
    return behaviours.length > 0 ? [{ ...competency, behaviours, practices }] : [];
  });
  return { ...framework, competencies };
}
