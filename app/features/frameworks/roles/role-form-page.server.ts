import type { Actor } from "~/features/identity/index.ts";
import { exactly } from "~/features/people/domain/index.ts";
import { nameablePeople } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import type { LevelledFramework } from "../domain/levelled/levelled-framework.ts";
import { over } from "../domain/roles/effective-profile.ts";
import type { RoleForm } from "../domain/roles/read-role-form.ts";
import { readyRolesIn } from "../domain/roles/ready-made.ts";
import { type Role, type RoleVersion, versionOn, versionsAfter } from "../domain/roles/role.ts";
import { emptyForm, formOf, rowsOf } from "../domain/roles/role-form.ts";
import { levelledFrameworkOf, levelledFrameworks } from "../levelled/levelled-reads.server.ts";
import { mayKeepRoleProfiles } from "../policy.ts";
import { type Looked, lookAtRole } from "./look-at-role.server.ts";
import { readyMade } from "./ready-made.server.ts";
import { roleBook } from "./role-reads.server.ts";

export type RoleFormPage = {
  /** null for a new one. */
  role: { id: string; name: string; revision: number; validFrom: string | null } | null;
  framework: LevelledFramework;
  start: RoleForm;
  /** Roles that it may inherit from. */
  parents: { id: string; name: string }[];
  look: Looked;
  /** Days from which other versions are planned. */
  planned: string[];
  /** Needs that the framework knows nothing of any more. */
  retired: number;
};

/** What a new role begins with: a key of one ready to copy, the id of another role, or nothing. */
export type BeginWith = { framework: string | null; from: string | null; parent: string | null };

/** The form of a new role; null for everyone but HR, and for a beginning that there is not. */
export async function newRolePage(
  tx: Tx,
  actor: Actor,
  { framework: wanted, from, parent }: BeginWith,
  today: string,
): Promise<RoleFormPage | null> {
  if (!mayKeepRoleProfiles(actor)) return null;
  const book = await roleBook(tx, actor);
  const [first] = await levelledFrameworks(tx, actor);
  const ready = readyMade();
  const copied = from === null ? null : (book.roles.get(from) ?? null);
  const heir = parent === null ? null : (book.roles.get(parent) ?? null);
  const profile = readyRolesIn(ready, readerLanguage()).find(({ key }) => key === from);
  if ((from !== null && !copied && !profile) || (parent !== null && !heir)) return null;
  const named = copied ?? heir;
  const key = named?.framework ?? (profile ? ready.framework : (wanted ?? first?.framework));
  const framework = key === undefined ? null : await levelledFrameworkOf(tx, actor, key);
  if (!framework) return null;
  const version = copied && (versionOn(copied, today) ?? copied.versions[0] ?? null);
  const begun = profile
    ? {
        ...emptyForm(framework, today),
        ...{ name: profile.name, titles: profile.titles.join("\n") },
        ...formOf(framework, profile),
      }
    : copied && version
      ? {
          ...(await formFrom(tx, actor, book, copied, version, framework)),
          name: "",
          validFrom: today,
        }
      : emptyForm(framework, today);
  const start = { ...begun, ...(heir && { parent: heir.id }) };
  return withLook(tx, actor, { role: null, framework, start, planned: [], retired: 0 }, today);
}

/** The form of the next version of a role, or of one that is still to come. */
export async function editRolePage(
  tx: Tx,
  actor: Actor,
  { id, version: number }: { id: string; version: number | null },
  today: string,
): Promise<RoleFormPage | null> {
  if (!mayKeepRoleProfiles(actor) || !isId(id)) return null;
  const book = await roleBook(tx, actor);
  const role = book.roles.get(id);
  const framework = role && (await levelledFrameworkOf(tx, actor, role.framework));
  if (!role || !framework || role.archivedOn !== null) return null;
  const planned = role.versions.find((each) => each.version === number && each.validFrom > today);
  if (number !== null && !planned) return null;
  const version = planned ?? versionOn(role, today) ?? role.versions[0];
  if (!version) throw new Error("a role without a version");
  const start = await formFrom(tx, actor, book, role, version, framework);
  const { retired } = over(null, role, version, book.histories.get(role.framework) ?? []);
  return withLook(
    tx,
    actor,
    {
      role: { id, name: role.name, revision: role.revision, validFrom: planned?.validFrom ?? null },
      ...{ framework, retired: retired.length },
      planned: versionsAfter(role, today).flatMap((each) =>
        each.version === planned?.version ? [] : [each.validFrom],
      ),
      start: { ...start, validFrom: planned?.validFrom ?? today },
    },
    today,
  );
}

async function formFrom(
  tx: Tx,
  actor: Actor,
  { histories }: Awaited<ReturnType<typeof roleBook>>,
  role: Role,
  version: RoleVersion,
  framework: LevelledFramework,
): Promise<RoleForm> {
  const { needs, version: own } = over(null, role, version, histories.get(role.framework) ?? []);
  const people = await nameablePeople(tx, actor, version.people);
  const { match, zone, parentId, validFrom, dropped } = own;
  return {
    ...emptyForm(framework, validFrom),
    ...formOf(framework, { needs, zone, dropped }),
    ...{ name: role.name, parent: parentId ?? "", join: match.join },
    titles: match.titles.join("\n"),
    levels: match.levels.join("\n"),
    departments: match.departments.join("\n"),
    people: version.people
      .flatMap((each) => people.get(each) ?? [])
      .map(exactly)
      .join("\n"),
  };
}

async function withLook(
  tx: Tx,
  actor: Actor,
  page: Omit<RoleFormPage, "parents" | "look">,
  today: string,
): Promise<RoleFormPage> {
  const { roles } = await roleBook(tx, actor);
  const parents = [...roles.values()].filter(
    (each) =>
      each.framework === page.framework.framework &&
      each.id !== page.role?.id &&
      each.archivedOn === null,
  );
  const look = await lookAtRole(tx, actor, page.framework, page.start, today);
  if (!look) throw new Error("a page for nobody");
  const rows = rowsOf(
    page.framework,
    page.start.needs,
    look.inherited.map(({ competency }) => competency),
  );
  return {
    ...page,
    start: { ...page.start, needs: rows },
    parents: parents.map(({ id, name }) => ({ id, name })),
    look,
  };
}
