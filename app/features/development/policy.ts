import type { Actor } from "~/features/identity/domain/index.ts";

/** What helps with a behaviour is no secret: everybody reads it, until they leave. */
export function mayReadPractices({ role }: Pick<Actor, "role">): boolean {
  return role !== "leaver";
}

/** Which practices are offered, and the organisation's own among them, HR decides. */
export function mayKeepPractices({ role }: Pick<Actor, "role">): boolean {
  return role === "admin";
}

/** Whoever is in the directory and has not left may have a plan, and read those that others share with them. */
export function mayHavePlan({ role, personId }: Pick<Actor, "role" | "personId">): boolean {
  return role !== "leaver" && personId !== null;
}

/** What executives show of their plans is for everybody in the organisation, until they leave. */
export function mayReadPublicPlans({ role }: Pick<Actor, "role">): boolean {
  return role !== "leaver";
}

/** A person does what they like with their plan; whoever an action is of says how far it is, and drops nothing. */
export function mayTickAction(
  { personId }: Pick<Actor, "personId">,
  { isOwnPlan, ownerId, intent }: { isOwnPlan: boolean; ownerId: string | null; intent: string },
): boolean {
  return isOwnPlan || (intent !== "drop" && personId !== null && ownerId === personId);
}

/** Whoever may be asked to agree on what a job is: HR, and whoever is in the directory, who may lead others. */
export function mayAgreeCharters({ role, personId }: Pick<Actor, "role" | "personId">): boolean {
  return role === "admin" || (role !== "leaver" && personId !== null);
}
