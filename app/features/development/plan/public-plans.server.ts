import type { Actor } from "~/features/identity/index.ts";
import { leadersOfLeaders, peopleByIds, todayWhere } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import type { Hat } from "../domain/hat.ts";
import type { Plan } from "../domain/plan/plan.ts";
import { isShownToAll, type PublicPart, publicPart } from "../domain/plan/public-plan.ts";
import { hatsIn } from "../library/behaviours.server.ts";
import { mayReadPublicPlans } from "../policy.ts";
import { ownPlan } from "./plan-reads.server.ts";
import { storedPlan } from "./plan-store.server.ts";
import { publishedPlans, publishedSince } from "./publication-store.server.ts";
import type { Ticking } from "./work-on-plan.server.ts";

export type PublicArea = Omit<PublicPart["areas"][number], "hat"> & { hat: Hat | null };

export type ListedPublicPlan = {
  id: string;
  name: string;
  jobTitle: string | null;
  publishedOn: string;
  isOwn: boolean;
};

export type PublicPlan = ListedPublicPlan & { areas: PublicArea[] };

/** Plans that are shown to everybody, by name; none for whoever left. */
export function publicPlans(platform: Ticking, actor: Actor): Promise<ListedPublicPlan[]> {
  return inOrganisation(platform, actor, (tx) => shownPlans(tx, actor));
}

/** One of them with what is shown of it; null looks the same as none. */
export function publicPlan(
  platform: Ticking,
  actor: Actor,
  id: string,
): Promise<PublicPlan | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const listed = (await shownPlans(tx, actor)).find((each) => each.id === id);
    const plan = listed && (await storedPlan(tx, actor, { id }));
    return listed && plan ? { ...listed, areas: shownAreas(plan) } : null;
  });
}

async function shownPlans(tx: Tx, actor: Actor): Promise<ListedPublicPlan[]> {
  if (!mayReadPublicPlans(actor)) return [];
  const published = await publishedPlans(tx, actor);
  if (published.length === 0) return [];
  const leading = await leadersOfLeaders(tx, actor);
  const people = await peopleByIds(
    tx,
    actor,
    published.map(({ personId }) => personId),
  );
  return people.flatMap(({ id: personId, name, jobTitle, status }) => {
    const plan = published.find((each) => each.personId === personId);
    const isShown = isShownToAll({
      ...{ isPublished: plan !== undefined, isOver: false },
      ...{ isHere: status === "active", leadsLeaders: leading.has(personId) },
    });
    if (!plan || !isShown) return [];
    const { id, publishedOn } = plan;
    return [{ id, name, jobTitle, publishedOn, isOwn: personId === actor.personId }];
  });
}

export type PublishPage = {
  publishedOn: string | null;
  /** Whether they lead somebody who leads others. */
  mayPublish: boolean;
  name: string;
  areas: PublicArea[];
};

/**
 * What would be shown of the plan that whoever asks works on; null where they have none, or there is nothing to choose
 * for them.
 */
export function publishPage(platform: Ticking, actor: Actor): Promise<PublishPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const read = await ownPlan(tx, actor, await todayWhere(platform, tx, actor));
    if (!read) return null;
    const publishedOn = await publishedSince(tx, actor, read.plan.id);
    const mayPublish = (await leadersOfLeaders(tx, actor)).has(read.person.id);
    if (!mayPublish && publishedOn === null) return null;
    return { publishedOn, mayPublish, name: read.person.name, areas: shownAreas(read.plan) };
  });
}

function shownAreas(plan: Plan): PublicArea[] {
  const hats = hatsIn(readerLanguage());
  return publicPart(plan).areas.map(({ hat, ...area }) => ({
    ...area,
    hat: hats.find(({ key }) => key === hat) ?? null,
  }));
}
