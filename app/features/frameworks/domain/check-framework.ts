import type { Framework } from "./framework.ts";
import { duplicateKeys, type Problem } from "./problem.ts";
import { hasStrayBraces, nameCount } from "./wording.ts";

type Place = { at: string };

/** Checks what the shape alone can't: keys used once, hats and behaviours that exist, names in the right place. */
export function checkFramework(framework: Framework): Problem[] {
  const { competencies, hats } = framework;
  const behaviours = competencies.flatMap((competency, c) =>
    competency.behaviours.map((behaviour, b) => ({
      ...behaviour,
      at: `competencies.${c}.behaviours.${b}`,
    })),
  );
  const practices = competencies.flatMap((competency, c) =>
    competency.practices.map((practice, p) => ({
      ...practice,
      competency,
      at: `competencies.${c}.practices.${p}`,
    })),
  );
  const placeOf = (places: readonly Place[]) => (index: number) => `${places[index]?.at ?? ""}.key`;

  return [
    ...duplicateKeys(hats, (index) => `hats.${index}.key`),
    ...duplicateKeys(competencies, (index) => `competencies.${index}.key`),
    ...duplicateKeys(behaviours, placeOf(behaviours)),
    ...duplicateKeys(practices, placeOf(practices)),
    ...competencies.flatMap((competency, c) =>
      competency.hat === null || hats.some((hat) => hat.key === competency.hat)
        ? []
        : [{ code: "unknown-hat" as const, at: `competencies.${c}.hat` }],
    ),
    ...practices.flatMap(({ at, behaviour, competency }) =>
      competency.behaviours.some((candidate) => candidate.key === behaviour)
        ? []
        : [{ code: "unknown-behaviour" as const, at: `${at}.behaviour` }],
    ),
    ...behaviours.flatMap(checkNames),
    ...checkProfiles(framework),
  ];
}

/** Each profile chooses behaviours that there are, each once, and says both voices or none. */
function checkProfiles({ competencies, profiles = [] }: Framework): Problem[] {
  const known = new Set(competencies.flatMap(({ behaviours }) => behaviours.map(({ key }) => key)));
  return [
    ...duplicateKeys(profiles, (index) => `profiles.${index}.key`),
    ...profiles.flatMap(({ behaviours }, p) => [
      ...duplicateKeys(
        behaviours.map(({ behaviour }) => ({ key: behaviour })),
        (index) => `profiles.${p}.behaviours.${index}.behaviour`,
      ),
      ...behaviours.flatMap(({ behaviour, self, other }, b): Problem[] => {
        const at = `profiles.${p}.behaviours.${b}`;
        if (!known.has(behaviour)) return [{ code: "unknown-behaviour", at: `${at}.behaviour` }];
        if (self === undefined && other === undefined) return [];
        if (self === undefined) return [{ code: "one-voice", at: `${at}.self` }];
        if (other === undefined) return [{ code: "one-voice", at: `${at}.other` }];
        return checkNames({ self, other, at });
      }),
    ]),
  ];
}

function checkNames(behaviour: { self: string; other: string } & Place): Problem[] {
  const problems: Problem[] = [];
  if (nameCount(behaviour.self) > 0)
    problems.push({ code: "name-in-self", at: `${behaviour.at}.self` });
  if (nameCount(behaviour.other) > 1)
    problems.push({ code: "name-not-once", at: `${behaviour.at}.other` });
  for (const voice of ["self", "other"] as const) {
    if (hasStrayBraces(behaviour[voice]))
      problems.push({ code: "stray-braces", at: `${behaviour.at}.${voice}` });
  }
  return problems;
}
