import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import {
  type Delegation,
  type DelegationStep,
  isDue,
  lastToday,
} from "../domain/delegations/delegation.ts";
import { type QuarterBalance, quarterBalance } from "../domain/delegations/quarter-balance.ts";
import { registerOf } from "./delegation-store.server.ts";

export type ShownDelegation = Delegation & {
  /** What became of it, the latest first. */
  steps: Pick<DelegationStep, "id" | "kind" | "takenOn" | "words">[];
  /** Whether what was pressed last can be undone. */
  mayUndo: boolean;
};

export type RegisterPage = {
  balance: QuarterBalance;
  /** With others, and it is time to look. */
  due: ShownDelegation[];
  held: ShownDelegation[];
  withOthers: ShownDelegation[];
};

/** The register of whoever asks; what they hold in the order of writing, what others decide by when to look. */
export function registerPage(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
): Promise<RegisterPage> {
  return inOrganisation(platform, actor, async (tx) => {
    const today = await todayWhere(platform, tx, actor);
    const { delegations, steps } = actor.personId
      ? await registerOf(tx, actor, actor.personId)
      : { delegations: [], steps: [] };
    const shown = delegations.map((each) => ({
      ...each,
      steps: steps
        .filter(({ delegationId }) => delegationId === each.id)
        .map(({ id, kind, takenOn, words }) => ({ id, kind, takenOn, words }))
        .reverse(),
      mayUndo: lastToday(steps, each.id, today) !== undefined,
    }));
    const byDay = shown
      .filter(({ isHandedOver }) => isHandedOver)
      .sort((one, other) => (one.reviewOn ?? "").localeCompare(other.reviewOn ?? ""));
    return {
      balance: quarterBalance(delegations, steps, today),
      due: byDay.filter((each) => isDue(each, today)),
      held: shown.filter(({ isHandedOver }) => !isHandedOver),
      withOthers: byDay.filter((each) => !isDue(each, today)),
    };
  });
}

export type DelegationFormPage = {
  draft: string;
  revision: number | null;
  isHandedOver: boolean;
  start: Record<"decision" | "owner" | "degree" | "reviewOn", string>;
};

/** The form of a decision of the actor's own register, new or not; null for what there is not. */
export function delegationFormPage(
  platform: Pick<Platform, "database">,
  actor: Actor,
  asked: string | null,
): Promise<DelegationFormPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    if (actor.personId === null) return null;
    const { delegations } = await registerOf(tx, actor, actor.personId);
    const before = asked === null ? null : delegations.find(({ id }) => id === asked);
    if (before === undefined) return null;
    return {
      draft: before?.id ?? "new",
      revision: before?.revision ?? null,
      isHandedOver: before?.isHandedOver ?? false,
      start: {
        ...{ decision: before?.decision ?? "", owner: before?.owner ?? "" },
        ...{ degree: before?.degree ?? "", reviewOn: before?.reviewOn ?? "" },
      },
    };
  });
}
