import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, refuse, refuseInput } from "~/platform/errors/outcome.ts";
import type { Problem } from "~/platform/errors/problem.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { readTable } from "~/platform/tables/read-table.server.ts";
import type { ReadingFault } from "~/platform/tables/reading-fault.ts";
import type { LevelledFramework } from "../domain/levelled/levelled-framework.ts";
import { type Put, putVersion } from "../domain/roles/put-version.ts";
import { type RoleProblem, readRoleForm } from "../domain/roles/read-role-form.ts";
import {
  isRoleTable,
  type RowProblem,
  readRoleTable,
  type TableRole,
  titleOf,
} from "../domain/roles/read-table.ts";
import type { Role } from "../domain/roles/role.ts";
import { type RoleColumn, roleColumns } from "../domain/roles/table-columns.ts";
import { levelledFramework } from "../levelled/levelled-reads.server.ts";
import { mayKeepRoleProfiles } from "../policy.ts";
import { resolvePeople } from "./resolve-people.server.ts";
import { insertRole } from "./role-store.server.ts";
import { newRole } from "./save-role.server.ts";
import { type Held, workOnRoles } from "./work-on-roles.server.ts";
import { writePut } from "./write-put.server.ts";

export type ImportedRoles =
  | { ok: true; value: { added: number; changed: number; unchanged: number; leftOut: string[] } }
  | { ok: false; reason: "not-allowed" | "unknown" | "no-roles" }
  | { ok: false; reason: ReadingFault; row?: number }
  /** Nothing was taken: each row that hinders it. */
  | { ok: false; reason: "rows"; problems: RowProblem[] };

const LIMITS = { rows: 50_000, columns: 60 };

/**
 * Takes roles over one framework from a table: those whose names are new are added, the others get a version more. A
 * day that is over counts as today, so that what was exported comes back. All of it or nothing.
 */
export async function importRoles(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  file: { content: Buffer },
  framework: string,
): Promise<ImportedRoles> {
  if (!mayKeepRoleProfiles(actor)) return refuse("not-allowed");
  const levelled = await inOrganisation(platform, actor, (tx) =>
    levelledFramework(tx, actor, framework),
  );
  if (!levelled) return refuse("unknown");
  const table = await readTable(file.content, {
    ...{ owner: actor.organisationId, limits: LIMITS },
    isWanted: ([header]) => header !== undefined && isRoleTable(header),
  });
  if (!table.ok) return table;
  const [header] = table.rows;
  if (!header || !isRoleTable(header)) return refuse("no-roles");
  const read = readRoleTable(table.rows, levelled);
  if (read.problems.length > 0) return { ok: false, reason: "rows", problems: read.problems };
  if (read.roles.length === 0) return refuse("no-roles");
  const taken = await workOnRoles(platform, actor, async (held) => {
    const { puts, problems } = await putsOf(actor, held, levelled, read.roles);
    if (problems.length > 0) return refuseInput(...problems.map(packed));
    const counts = { added: 0, changed: 0, unchanged: 0, leftOut: read.leftOut };
    // All of them first: one may inherit from another further down.
    const fresh = new Map(puts.map(({ put: { role } }) => [role.id, role]));
    for (const role of fresh.values())
      if (!held.roles.has(role.id)) await insertRole(held.tx, actor, role);
    for (const { put, instead } of puts) {
      const isNew = !held.roles.has(put.role.id);
      counts[isNew ? "added" : put.version ? "changed" : "unchanged"] += 1;
      if (isNew || put.version) await writePut(platform, actor, held, put, instead);
      held.roles.set(put.role.id, put.role);
    }
    return accept(counts);
  });
  if (taken.ok || taken.reason !== "problems") return taken;
  return { ok: false, reason: "rows", problems: taken.problems.map(unpacked) };
}

type Planned = { put: Put; instead: number | null };

/** What the rows of a table put into which role, each over what those before it did. Writes nothing. */
async function putsOf(
  actor: Actor,
  { tx, roles, today }: Held,
  levelled: LevelledFramework,
  rows: readonly TableRole[],
): Promise<{ puts: Planned[]; problems: RowProblem[] }> {
  const planned = new Map(roles);
  const byName = new Map(
    [...roles.values()].filter(isThere).map((role) => [role.name.toLowerCase(), role.id]),
  );
  for (const { form } of rows) {
    const key = form.name.toLowerCase();
    if (byName.has(key)) continue;
    const role = { ...newRole(levelled.framework), name: form.name };
    byName.set(key, role.id);
    planned.set(role.id, role);
  }
  const puts: Planned[] = [];
  const problems: RowProblem[] = [];
  const dated = rows.map((row) => dateOf(row, today));
  for (const row of dated.toSorted((a, b) => (a.form.validFrom < b.form.validFrom ? -1 : 1))) {
    const { form } = row;
    const told = (found: readonly (RoleProblem | Problem)[]) =>
      problems.push(...found.map((problem) => inRow(problem, row)));
    const role = planned.get(byName.get(form.name.toLowerCase()) ?? "");
    const parentId = form.parent === "" ? null : (byName.get(form.parent.toLowerCase()) ?? "");
    if (!role) throw new Error("a row without its role");
    const { role: read, problems: wrong } = readRoleForm(form, levelled);
    told(wrong);
    if (role.framework !== levelled.framework) told([{ field: "role", code: "other-framework" }]);
    const named = role.versions.flatMap(({ people }) => people);
    const meant = await resolvePeople(tx, actor, read?.people ?? [], named);
    told(meant.problems);
    if (!read || meant.problems.length > 0) continue;
    const instead = plannedFrom(role, read.validFrom, today);
    const { frameworkVersion, people } = { frameworkVersion: levelled.version, ...meant };
    const version = {
      ...{ ...read.definition, frameworkVersion, parentId, people },
      validFrom: read.validFrom,
    };
    const put = putVersion(planned, { role, name: role.name, version, instead }, today);
    if (!put.ok) told(put.problems);
    else {
      planned.set(role.id, put.put.version ? put.put.role : role);
      puts.push({ put: put.put, instead });
    }
  }
  return { puts, problems };
}

const isThere = ({ archivedOn }: Role) => archivedOn === null;

function dateOf(row: TableRole, today: string): TableRole {
  const { validFrom } = row.form;
  const isOver = /^\d{4}-\d{2}-\d{2}$/.test(validFrom) && validFrom < today;
  return {
    ...row,
    form: { ...row.form, validFrom: validFrom === "" || isOver ? today : validFrom },
  };
}

function plannedFrom(role: Role, validFrom: string, today: string): number | null {
  if (validFrom <= today) return null;
  return role.versions.find((each) => each.validFrom === validFrom)?.version ?? null;
}

/** Where in the table a problem of a role's form is. */
function inRow({ field = "", code, values }: RoleProblem | Problem, role: TableRole): RowProblem {
  const at = /^needs\[(\d+)\]/.exec(field)?.[1];
  const column = at === undefined ? columnOf(field) : "level";
  return {
    row: (at === undefined ? undefined : role.rowsOfNeeds[Number(at)]) ?? role.row,
    ...(column && { column: titleOf(column) }),
    ...{ code, ...(values && { values }) },
  };
}

function columnOf(field: string): RoleColumn | null {
  if (field === "name") return "role";
  if (field.startsWith("zone")) return "zone";
  return Object.keys(roleColumns).includes(field) ? (field as RoleColumn) : null;
}

// Problems of forms have a field; that of a row and a column goes through the same door.
function packed({ row, column, ...problem }: RowProblem): Problem {
  return { ...problem, field: JSON.stringify([row, column ?? null]) };
}

function unpacked({ field, ...problem }: Problem): RowProblem {
  const [row, column] = JSON.parse(field ?? "[0]") as [number, string | null];
  return { row, ...(column !== null && { column }), ...problem };
}
