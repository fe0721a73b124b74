import type { Actor } from "~/features/identity/index.ts";
import { activePeople } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Problem } from "~/platform/errors/problem.ts";
import { countMatches, type MatchCounts } from "../domain/roles/count-matches.ts";
import { linesIn, matchIn, type RoleForm } from "../domain/roles/read-role-form.ts";
import { plain } from "../domain/roles/words-of-title.ts";
import { mayKeepRoleProfiles } from "../policy.ts";
import { resolvePeople } from "./resolve-people.server.ts";

export type Counted = MatchCounts & {
  /** What can't be told of those meant by name. */
  problems: readonly Problem[];
};

/** Whom the rules of a role would find today, as they are typed; null for everyone but HR. */
export async function countTyped(
  tx: Tx,
  actor: Actor,
  typed: Pick<RoleForm, "join" | "titles" | "levels" | "departments" | "people">,
): Promise<Counted | null> {
  if (!mayKeepRoleProfiles(actor)) return null;
  const people = await activePeople(tx, actor);
  const lines = linesIn(typed.people, plain);
  const named = await resolvePeople(tx, actor, lines, []);
  return {
    ...countMatches(people, { match: matchIn(typed), people: named.people }),
    problems: named.problems,
  };
}
