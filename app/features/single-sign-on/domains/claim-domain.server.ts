import { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, type Problems, refuse, refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { readDomain } from "../domain/mail-domain.ts";
import { maySetSignOn } from "../policy.ts";
import { lockSignOn } from "../sign-on-lock.server.ts";
import { claimedDomains } from "./domain-reads.server.ts";
import { insertDomain } from "./domain-store.server.ts";

export const MOST_DOMAINS = 20;

export const claimDomainInput = z.object({
  domain: z.string("missing").trim().min(1, "missing").max(300, "malformed"),
});

/** Says that a domain is the organisation's. It counts for nothing before that is proven. */
export async function claimDomain(
  platform: Pick<Platform, "clock" | "database">,
  actor: Actor,
  input: z.output<typeof claimDomainInput>,
): Promise<Outcome<void, "not-allowed"> | Problems> {
  if (!maySetSignOn(actor)) return refuse("not-allowed");
  const read = readDomain(input.domain);
  if (!read.ok) return refuseInput({ field: "domain", code: read.reason });
  const domain = read.value;
  return inOrganisation(platform, actor, async (tx) => {
    await lockSignOn(tx, actor);
    if ((await claimedDomains(tx, actor)).length >= MOST_DOMAINS)
      return refuseInput({ field: "domain", code: "too-many" });
    if (!(await insertDomain(tx, actor, { domain, at: platform.clock.now() })))
      return refuseInput({ field: "domain", code: "already" });
    await recordAudit(platform, tx, actor, {
      action: "sign-on.domain-claimed",
      subjectKind: "organisation",
      detail: { domain },
    });
    return { ok: true };
  });
}
