import type { Insertable } from "kysely";
import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { PlanEvent } from "~/platform/db/schema.gen.ts";
import type {
  ActionKind,
  ActionStatus,
  AreaDirection,
  AreaStatus,
  Origin,
  Plan,
  PlanAction,
  PlanArea,
} from "../domain/plan/plan.ts";

/** Which plan: by its id, or the one that somebody works on. */
export type WhichPlan = { id: string } | { openOf: string };

/** A plan with its areas and actions, in the order they were added; null where there is none. */
export async function storedPlan(
  tx: Tx,
  { organisationId }: OrganisationScope,
  which: WhichPlan,
  { lock = false } = {},
): Promise<Plan | null> {
  if ("id" in which && !isId(which.id)) return null;
  const plans = tx
    .selectFrom("plan")
    .where("organisationId", "=", organisationId)
    .select(["id", "personId", "begunOn", "endedOn", "overruledOn"]);
  const found =
    "id" in which
      ? plans.where("id", "=", which.id)
      : plans.where("personId", "=", which.openOf).where("endedOn", "is", null);
  const plan = await (lock ? found.forUpdate() : found).executeTakeFirst();
  if (!plan) return null;
  const areas = await tx
    .selectFrom("planArea")
    .where("organisationId", "=", organisationId)
    .where("planId", "=", plan.id)
    .selectAll()
    .orderBy("id")
    .execute();
  const actions = await tx
    .selectFrom("planAction")
    .innerJoin("planArea", (join) =>
      join
        .onRef("planArea.organisationId", "=", "planAction.organisationId")
        .onRef("planArea.id", "=", "planAction.areaId"),
    )
    .where("planAction.organisationId", "=", organisationId)
    .where("planArea.planId", "=", plan.id)
    .selectAll("planAction")
    .orderBy("planAction.id")
    .execute();
  return {
    ...plan,
    areas: areas.map(({ organisationId: _, planId: __, ...area }) => ({
      ...area,
      origin: area.origin as Origin,
      direction: area.direction as AreaDirection | null,
      status: area.status as AreaStatus,
    })),
    actions: actions.map(({ organisationId: _, ...action }) => ({
      ...action,
      kind: action.kind as ActionKind,
      status: action.status as ActionStatus,
    })),
  };
}

/** Nobody else begins or changes a plan of this person until the transaction is over. */
export async function lockPlans(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<void> {
  const key = `plans of ${organisationId} ${personId}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

export async function insertPlan(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { id, personId, begunOn }: Pick<Plan, "id" | "personId" | "begunOn">,
): Promise<void> {
  await tx.insertInto("plan").values({ organisationId, id, personId, begunOn }).execute();
}

export async function updatePlan(
  tx: Tx,
  { organisationId }: OrganisationScope,
  id: string,
  facts: Partial<Pick<Plan, "endedOn" | "overruledOn">>,
): Promise<void> {
  await tx
    .updateTable("plan")
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .set(facts)
    .execute();
}

export async function insertArea(
  tx: Tx,
  { organisationId }: OrganisationScope,
  planId: string,
  area: PlanArea,
): Promise<void> {
  await tx
    .insertInto("planArea")
    .values({ organisationId, planId, ...area })
    .execute();
}

/** Changes an area, and counts it as one save. */
export async function updateArea(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { id, revision }: Pick<PlanArea, "id" | "revision">,
  facts: Partial<PlanArea>,
): Promise<void> {
  await tx
    .updateTable("planArea")
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .set({ ...facts, revision: revision + 1 })
    .execute();
}

export async function insertActions(
  tx: Tx,
  { organisationId }: OrganisationScope,
  actions: readonly PlanAction[],
): Promise<void> {
  if (actions.length === 0) return;
  await tx
    .insertInto("planAction")
    .values(actions.map((action) => ({ organisationId, ...action })))
    .execute();
}

/** Changes an action, and counts it as one save. */
export async function updateAction(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { id, revision }: Pick<PlanAction, "id" | "revision">,
  facts: Partial<PlanAction>,
): Promise<void> {
  await tx
    .updateTable("planAction")
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .set({ ...facts, revision: revision + 1 })
    .execute();
}

export async function insertComment(
  tx: Tx,
  { organisationId }: OrganisationScope,
  comment: { id: string; planId: string; authorId: string; words: string; saidAt: Date },
): Promise<void> {
  await tx
    .insertInto("planComment")
    .values({ organisationId, ...comment })
    .execute();
}

export async function insertEvent(
  tx: Tx,
  { organisationId }: OrganisationScope,
  event: Omit<Insertable<PlanEvent>, "organisationId">,
): Promise<void> {
  await tx
    .insertInto("planEvent")
    .values({ organisationId, ...event })
    .execute();
}
