import type { Actor } from "~/features/identity/index.ts";
import { type GrantedReader, grantTo } from "~/features/people/domain/index.ts";
import { peopleByIds, unsafeGrantsOf } from "~/features/people/index.server.ts";
import { lentGrants, lentPeople } from "~/features/people/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Plan } from "../domain/plan/plan.ts";
import { type PlanReader, readerOfPlan } from "../domain/plan/plan-reader.ts";
import { grantedPlan, PLAN } from "./granted-plan.ts";
import { storedPlan, type WhichPlan } from "./plan-store.server.ts";

export type ReadPlan = {
  plan: Plan;
  reader: PlanReader;
  person: { id: string; name: string; managerId: string | null; isHere: boolean };
};

/** A plan, for whoever may read it today; null looks the same as none. `today` is a calendar date. */
export async function planToRead(
  tx: Tx,
  actor: Actor,
  which: WhichPlan,
  today: string,
  { lock = false } = {},
): Promise<ReadPlan | null> {
  if (actor.personId === null) return null;
  const plan = await storedPlan(tx, actor, which, { lock });
  const [person] = plan ? await peopleByIds(tx, actor, [plan.personId]) : [];
  if (!plan || !person) return null;
  const grants = await unsafeGrantsOf(tx, actor, grantedPlan(plan.id));
  const reader = readerOfPlan(actor, {
    ...{ personId: person.id, managerId: person.managerId, isHere: person.status === "active" },
    grant: grantTo(grants, actor.personId, today),
  });
  if (!reader) return null;
  const { id, name, managerId, status } = person;
  return { plan, reader, person: { id, name, managerId, isHere: status === "active" } };
}

/** What somebody works on now, which is theirs alone to ask for; null where they have no plan. */
export async function ownPlan(tx: Tx, actor: Actor, today: string): Promise<ReadPlan | null> {
  if (actor.personId === null) return null;
  return planToRead(tx, actor, { openOf: actor.personId }, today);
}

export type SharedPlan = {
  id: string;
  personName: string;
  reader: GrantedReader;
  endsOn: string;
  /** Their person works on it no more. */
  isOver: boolean;
};

/** Plans that others share with whoever asks, as long as they may read them, by name. */
export async function sharedPlans(tx: Tx, actor: Actor, today: string): Promise<SharedPlan[]> {
  if (actor.personId === null || actor.role === "leaver") return [];
  const rows = await tx
    .selectFrom("plan")
    .innerJoin(lentGrants(actor, PLAN), (join) =>
      join.onRef("readingGrant.thingId", "=", "plan.id"),
    )
    .innerJoin(lentPeople(actor), (join) => join.onRef("person.id", "=", "plan.personId"))
    .where("plan.organisationId", "=", actor.organisationId)
    .where("readingGrant.personId", "=", actor.personId)
    .where("readingGrant.revokedAt", "is", null)
    .where("readingGrant.endsOn", ">=", today)
    .select([
      "plan.id",
      "plan.endedOn",
      "person.id as personId",
      "person.managerId",
      "person.status",
    ])
    .select(["readingGrant.reader", "readingGrant.endsOn"])
    .orderBy("person.name")
    .orderBy("plan.id")
    .execute();
  const people = await peopleByIds(
    tx,
    actor,
    rows.map(({ personId }) => personId),
  );
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.flatMap(({ id, endedOn, personId, managerId, status, endsOn, ...row }) => {
    const reader = row.reader as GrantedReader;
    const facts = { personId, managerId, isHere: status === "active", grant: { reader } };
    if (!readerOfPlan(actor, facts)) return [];
    return [
      { id, reader, endsOn, isOver: endedOn !== null, personName: names.get(personId) ?? "" },
    ];
  });
}

/** The plans that somebody is through with, the newest first. */
export async function earlierPlans(
  tx: Tx,
  { organisationId, personId }: Actor,
): Promise<{ id: string; begunOn: string; endedOn: string }[]> {
  if (personId === null) return [];
  const rows = await tx
    .selectFrom("plan")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .where("endedOn", "is not", null)
    .select(["id", "begunOn", "endedOn"])
    .orderBy("endedOn", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map(({ endedOn, ...row }) => ({ ...row, endedOn: endedOn ?? "" }));
}

export type SaidOfPlan = {
  comments: { id: string; authorId: string | null; words: string; saidAt: Date }[];
  events: { id: string; authorId: string | null; kind: string; about: string; at: Date }[];
};

/** What was said to a plan, and what became of it, the newest first: for whoever `planToRead` let read it. */
export async function saidOfPlan(
  tx: Tx,
  { organisationId }: Actor,
  { plan }: ReadPlan,
): Promise<SaidOfPlan> {
  const comments = await tx
    .selectFrom("planComment")
    .where("organisationId", "=", organisationId)
    .where("planId", "=", plan.id)
    .select(["id", "authorId", "words", "saidAt"])
    .orderBy("id", "desc")
    .execute();
  const events = await tx
    .selectFrom("planEvent")
    .where("organisationId", "=", organisationId)
    .where("planId", "=", plan.id)
    .select(["id", "authorId", "kind", "about", "at"])
    .orderBy("id", "desc")
    .execute();
  return { comments, events };
}
