import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { OPERATOR } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { maySetSignOn } from "../policy.ts";
import { domainProof } from "./domain-proof.server.ts";
import { claimedDomains } from "./domain-reads.server.ts";
import { noteVerified } from "./domain-store.server.ts";

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
  const { place, text } = domainProof(platform, actor, domain);
  let found: string[];
  try {
    found = await platform.outside.textsOf(place);
  } catch {
    return refuse("away");
  }
  if (!found.some((each) => each.trim() === text)) return refuse("not-there");
  await verified(platform, actor, domain, "dns");
  return { ok: true };
}

/** The operator's word that a claimed domain is the organisation's, where nobody may write into DNS. */
export async function confirmDomain(
  platform: Pick<Platform, "clock" | "database">,
  operator: Actor,
  domain: string,
): Promise<Outcome<void, "not-allowed" | "unknown">> {
  if (operator.accountId !== OPERATOR) return refuse("not-allowed");
  const claimed = await inOrganisation(platform, operator, (tx) => claimedDomains(tx, operator));
  if (!claimed.some((each) => each.domain === domain)) return refuse("unknown");
  await verified(platform, operator, domain, "operator");
  return { ok: true };
}

/** Verified before, nothing more is done. */
function verified(
  platform: Pick<Platform, "clock" | "database">,
  actor: Actor,
  domain: string,
  by: "dns" | "operator",
): Promise<void> {
  return inOrganisation(platform, actor, async (tx) => {
    if (!(await noteVerified(tx, actor, { domain, by, at: platform.clock.now() }))) return;
    await recordAudit(platform, tx, actor, {
      action: "sign-on.domain-verified",
      subjectKind: "organisation",
      detail: { domain, by },
    });
  });
}
