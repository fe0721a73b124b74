import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { collationFor } from "./directory/collation-reads.server.ts";
import { displayName } from "./domain/display-name.ts";
import { type OrgTree, pathTo, shapeOrgTree, type TreePerson } from "./domain/org-tree.ts";
import type { PersonStatus } from "./domain/person.ts";
import { maySeeEmployment, maySeeInactivePeople } from "./policy.ts";
import { statusOf } from "./store.server.ts";

export type Employment = {
  employeeId: string | null;
  employmentType: string | null;
  startDate: string | null;
  endDate: string | null;
};

export type PersonPage = {
  id: string;
  name: string;
  /** The name in the files of HR, where it is another. */
  fullName: string | null;
  /** How the name is said, as they or HR wrote it in plain letters. */
  pronunciation: string | null;
  pronouns: string | null;
  email: string | null;
  jobTitle: string | null;
  jobLevel: string | null;
  department: string | null;
  division: string | null;
  country: string | null;
  location: string | null;
  language: string | null;
  timezone: string | null;
  status: PersonStatus;
  /** Null when that is not for this actor to see. */
  employment: Employment | null;
  /** The managers above, from the top down; the last one is the person's own. */
  path: TreePerson[];
  reports: TreePerson[];
};

const ROOM_IN_TREE = 300;

/** A person with the line above and the team below; null when this actor cannot see anybody by that id. */
export function readPersonPage(
  platform: Pick<Platform, "database">,
  actor: Actor,
  personId: string,
  wishes: readonly string[] = [],
): Promise<PersonPage | null> {
  if (!isId(personId)) return Promise.resolve(null);
  return inOrganisation(platform, actor, async (tx) => {
    const row = await tx
      .selectFrom("person")
      .where("organisationId", "=", actor.organisationId)
      .where("id", "=", personId)
      .where("external", "=", false)
      .$if(!maySeeInactivePeople(actor), (query) => query.where("status", "=", "active"))
      .selectAll()
      .executeTakeFirst();
    if (!row) return null;
    const { id, email, jobTitle, jobLevel, department, division } = row;
    const { country, location, language, timezone, pronunciation, pronouns } = row;
    const { employeeId, employmentType, startDate, endDate } = row;
    const name = displayName(row);
    const employment = { employeeId, employmentType, startDate, endDate };
    return {
      ...{ id, name, email, jobTitle, jobLevel, department, division },
      ...{ country, location, language, timezone, pronunciation, pronouns },
      fullName: name === row.name ? null : row.name,
      status: statusOf(row.status),
      employment: maySeeEmployment(actor, id) ? employment : null,
      path: await managersAbove(tx, actor, row.managerId),
      reports: await treePeople(tx, actor, wishes, id),
    };
  });
}

/** Who reports to whom among active people; null when nobody is known by the id to start from. */
export async function readOrgTree(
  platform: Pick<Platform, "database">,
  actor: Actor,
  from: string | null,
  wishes: readonly string[] = [],
): Promise<OrgTree | null> {
  const people = await inOrganisation(platform, actor, (tx) => treePeople(tx, actor, wishes));
  return shapeOrgTree(people, from, ROOM_IN_TREE);
}

async function managersAbove(
  tx: Tx,
  actor: Actor,
  managerId: string | null,
): Promise<TreePerson[]> {
  if (managerId === null) return [];
  const rows = await tx
    .withRecursive("above", (cte) =>
      cte
        .selectFrom("person")
        .where("organisationId", "=", actor.organisationId)
        .where("id", "=", managerId)
        .select([...TREE_COLUMNS, "status"])
        // UNION, not UNION ALL, so that it ends whatever the table holds.
        .union((union) =>
          union
            .selectFrom("person as next")
            .innerJoin("above", "above.managerId", "next.id")
            .where("next.organisationId", "=", actor.organisationId)
            .select(["next.id", "next.name", "next.preferredName", "next.familyName"])
            .select(["next.jobTitle", "next.department", "next.managerId", "next.status"]),
        ),
    )
    .selectFrom("above")
    .$if(!maySeeInactivePeople(actor), (query) => query.where("status", "=", "active"))
    .select(TREE_COLUMNS)
    .execute();
  const above = rows.map(treePerson);
  return pathTo({ managerId }, new Map(above.map((person) => [person.id, person])));
}

const TREE_COLUMNS = [
  "id",
  "name",
  "preferredName",
  "familyName",
  "jobTitle",
  "department",
  "managerId",
] as const;

/** Active people by name, as their reader sorts names: everyone, or those who report to one person. */
async function treePeople(
  tx: Tx,
  actor: Actor,
  wishes: readonly string[],
  managerId?: string,
): Promise<TreePerson[]> {
  const { collator } = await collationFor(tx, actor, wishes);
  const rows = await tx
    .selectFrom("person")
    .where("organisationId", "=", actor.organisationId)
    .where("status", "=", "active")
    .where("external", "=", false)
    .$if(managerId !== undefined, (query) => query.where("managerId", "=", managerId ?? null))
    .select(TREE_COLUMNS)
    .execute();
  return rows.map(treePerson).sort((one, other) => collator.compare(one.name, other.name));
}

type TreeRow = TreePerson & { preferredName: string | null; familyName: string | null };

function treePerson(row: TreeRow): TreePerson {
  const { id, jobTitle, department, managerId } = row;
  return { id, name: displayName(row), jobTitle, department, managerId };
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function isId(text: string): boolean {
  return ID.test(text);
}
