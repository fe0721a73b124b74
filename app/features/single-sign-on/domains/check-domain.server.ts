import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { OPERATOR } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { asDns } from "../domain/mail-domain.ts";
import { maySetSignOn } from "../policy.ts";
import { claimedDomains } from "./domain-reads.server.ts";
import { noteLooked, noteVerified } from "./domain-store.server.ts";
import { lookForProof } from "./look-for-proof.server.ts";

type Parts = Pick<Platform, "clock" | "database" | "outside" | "secret">;

/** Looks whether the proof of a claimed domain stands in DNS. `away`: nobody could be asked. */
export async function checkDomain(
  platform: Parts,
  actor: Actor,
  domain: string,
): Promise<Outcome<void, "not-allowed" | "unknown" | "not-there" | "away">> {
  if (!maySetSignOn(actor)) return refuse("not-allowed");
  const claimed = await inOrganisation(platform, actor, (tx) => claimedDomains(tx, actor));
  if (!claimed.some((each) => each.domain === domain)) return refuse("unknown");
  const looked = await lookForProof(platform, actor, domain);
  if (looked === "away") return refuse("away");
  if (looked === "missing") return refuse("not-there");
  await verified(platform, actor, domain, "dns");
  return { ok: true };
}

/** The operator's word that a claimed domain is the organisation's, where nobody may write into DNS. */
export async function confirmDomain(
  platform: Pick<Platform, "clock" | "database">,
  operator: Actor,
  named: string,
): Promise<Outcome<void, "not-allowed" | "unknown">> {
  if (operator.accountId !== OPERATOR) return refuse("not-allowed");
  const domain = asDns(named);
  if (domain === null) return refuse("unknown");
  const claimed = await inOrganisation(platform, operator, (tx) => claimedDomains(tx, operator));
  if (!claimed.some((each) => each.domain === domain)) return refuse("unknown");
  await verified(platform, operator, domain, "operator");
  return { ok: true };
}

/** Verified so before, nothing is recorded. */
function verified(
  platform: Pick<Platform, "clock" | "database">,
  actor: Actor,
  domain: string,
  by: "dns" | "operator",
): Promise<void> {
  return inOrganisation(platform, actor, async (tx) => {
    const at = platform.clock.now();
    if (!(await noteVerified(tx, actor, { domain, by, at }))) {
      // Proven already: where its proof was missing for a while, it is not any more.
      if (by === "dns") await noteLooked(tx, actor, { domain, at, missingSince: null });
      return;
    }
    await recordAudit(platform, tx, actor, {
      action: "sign-on.domain-verified",
      subjectKind: "organisation",
      detail: { domain, by },
    });
  });
}
