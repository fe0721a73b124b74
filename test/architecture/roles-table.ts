import type { Actor } from "~/features/identity/index.ts";
import { features } from "../../app/features.ts";
import { manifestsOf } from "../../app/platform/feature/feature.server.ts";

const someone = { organisationId: "o", accountId: "a", personId: "p" };

/** Everyone who may be signed in, by the names of the columns. */
const actors: Record<string, Actor> = {
  owner: { ...someone, role: "admin", owner: true },
  "HR administrator": { ...someone, role: "admin" },
  "HR administrator outside the directory": { ...someone, personId: null, role: "admin" },
  "HR administrator for departments": { ...someone, role: "unit-admin", units: ["Fleet"] },
  "HR analyst": { ...someone, role: "analyst" },
  "HR analyst for departments": { ...someone, role: "unit-analyst", units: ["Fleet"] },
  colleague: { ...someone, role: "member" },
  "account outside the directory": { ...someone, personId: null, role: "member" },
  "whoever left": { ...someone, role: "leaver" },
};

/** Who may do what, by the manifests: a head, and a row for every ability. */
export async function rolesTable(): Promise<string[][]> {
  const rows = (await manifestsOf<Actor>(features)).flatMap(({ name, abilities = {} }) =>
    Object.entries(abilities).map(([ability, may]) => [
      `${name}: ${ability}`,
      ...Object.values(actors).map((actor) => (may(actor) ? "yes" : "–")),
    ]),
  );
  return [["", ...Object.keys(actors)], ...rows];
}
