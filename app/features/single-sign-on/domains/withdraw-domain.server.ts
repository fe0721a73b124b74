import { recordAudit } from "~/features/identity/index.server.ts";
import { type Actor, OPERATOR } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { asDns } from "../domain/mail-domain.ts";
import { lockSignOn } from "../sign-on-lock.server.ts";
import { noteUnproven } from "./domain-store.server.ts";

/**
 * The operator's word that a domain is an organisation's no more, whoever proved it: for one that was sold, or
 * confirmed by mistake. Owners are told. They may prove it by DNS again, if it is theirs.
 */
export async function withdrawDomain(
  platform: Pick<Platform, "clock" | "database" | "jobs">,
  operator: Actor,
  named: string,
): Promise<Outcome<void, "not-allowed" | "unknown">> {
  if (operator.accountId !== OPERATOR) return refuse("not-allowed");
  const domain = asDns(named);
  if (domain === null) return refuse("unknown");
  return inOrganisation(platform, operator, async (tx) => {
    await lockSignOn(tx, operator);
    if (!(await noteUnproven(tx, operator, domain))) return refuse("unknown");
    await recordAudit(platform, tx, operator, {
      action: "sign-on.domain-withdrawn",
      subjectKind: "organisation",
      detail: { domain },
    });
    const { organisationId } = operator;
    await platform.jobs.enqueue(tx, "tell-owners", [{ organisationId, about: "domain-lost" }]);
    return { ok: true };
  });
}
