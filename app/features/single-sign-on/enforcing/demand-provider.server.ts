import { z } from "zod";
import {
  endOwnSessions,
  organisationStanding,
  recordAudit,
  setBreakGlass,
  setProviderOnly,
} from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import {
  accept,
  type Outcome,
  type Problems,
  refuse,
  refuseInput,
} from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { maySetSignOn } from "../policy.ts";
import { openProviders } from "../providers/provider-reads.server.ts";
import { lockSignOn } from "../sign-on-lock.server.ts";
import { type OwnerView, ownersOf } from "./break-glass-reads.server.ts";

export const demandProviderInput = z.object({ owners: z.array(z.uuid()).max(100).default([]) });

type Asked = {
  /** The provider by which whoever asks is signed in at this moment, so that it is known to work; null for none. */
  cameBy: string | null;
};

type Refused = "not-allowed" | "no-provider" | "come-by-it";

/**
 * Lets people into an organisation by its provider alone, but for the owners named here, who come in otherwise should
 * it fail, by a second step of their account. It can't shut everybody out: whoever asks came by one that is on, and at
 * least one owner gets in without it. Demanded already, it says anew who those are.
 */
export async function demandProvider(
  platform: Pick<Platform, "clock" | "database" | "jobs">,
  actor: Actor,
  { cameBy }: Asked,
  input: z.output<typeof demandProviderInput>,
): Promise<Outcome<"on" | "owners", Refused> | Problems> {
  if (!maySetSignOn(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    await lockSignOn(tx, actor);
    const { providerOnly } = await organisationStanding(tx, actor);
    const open = await openProviders(tx, actor);
    if (open.length === 0) return refuse("no-provider");
    if (!providerOnly && !open.some(({ id }) => id === cameBy)) return refuse("come-by-it");
    const wanted = new Set(input.owners);
    const chosen = (await ownersOf(platform, tx, actor)).filter(({ membershipId }) =>
      wanted.has(membershipId),
    );
    if (chosen.length === 0) return refuseInput({ field: "owners", code: "no-break-glass" });
    if (!chosen.every(({ hasStep }) => hasStep))
      return refuseInput({ field: "owners", code: "no-step" });
    await choose(platform, tx, actor, chosen, providerOnly);
    if (providerOnly) return accept("owners");
    await setProviderOnly(tx, actor, true);
    await note(platform, tx, actor, "demanded");
    return accept("on");
  });
}

/** Lets people in by a password, a link or a passkey as well again. For owners, and for the operator. */
export async function stopDemanding(
  platform: Pick<Platform, "clock" | "database" | "jobs">,
  actor: Actor,
): Promise<Outcome<void, "not-allowed" | "unknown">> {
  if (!maySetSignOn(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    await lockSignOn(tx, actor);
    if (!(await organisationStanding(tx, actor)).providerOnly) return refuse("unknown");
    await setProviderOnly(tx, actor, false);
    await setBreakGlass(tx, actor, []);
    await note(platform, tx, actor, "not-demanded");
    return { ok: true };
  });
}

async function choose(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
  chosen: readonly OwnerView[],
  wasDemanded: boolean,
): Promise<void> {
  await setBreakGlass(
    tx,
    actor,
    chosen.map(({ membershipId }) => membershipId),
  );
  // From the next sign-in on it is written down and told that they came without the provider.
  for (const { accountId, breakGlass } of chosen)
    if (!breakGlass || !wasDemanded) await endOwnSessions(tx, accountId);
  await recordAudit(platform, tx, actor, {
    action: "sign-on.break-glass-chosen",
    subjectKind: "organisation",
    subjectId: actor.organisationId,
    detail: {
      owners: chosen.length,
      memberships: chosen.map(({ membershipId }) => membershipId).join(" "),
    },
  });
}

async function note(
  platform: Pick<Platform, "clock" | "jobs">,
  tx: Tx,
  actor: Actor,
  about: "demanded" | "not-demanded",
): Promise<void> {
  const { organisationId } = actor;
  const entry = { subjectKind: "organisation", subjectId: organisationId };
  await recordAudit(platform, tx, actor, {
    action: about === "demanded" ? "sign-on.demanded" : "sign-on.not-demanded",
    ...entry,
  });
  await platform.jobs.enqueue(tx, "tell-owners", [{ organisationId, about }]);
}
