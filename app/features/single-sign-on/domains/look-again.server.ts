import { recordAudit } from "~/features/identity/index.server.ts";
import { earliest } from "~/platform/calendar/earliest.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { afterLook, type Looked, nextLook } from "../domain/missing-proof.ts";
import { lockSignOn } from "../sign-on-lock.server.ts";
import { provenByDns } from "./domain-reads.server.ts";
import { noteLooked, noteUnproven } from "./domain-store.server.ts";
import { lookForProof } from "./look-for-proof.server.ts";

type Parts = Pick<Platform, "clock" | "database" | "jobs" | "outside" | "secret">;

/**
 * Looks once a day whether the proof of each domain still stands in DNS. Owners are told when it is missing, and again
 * when the domain counts no more. @returns how many were looked at.
 */
export async function lookAgain(platform: Parts, scope: OrganisationScope): Promise<number> {
  const now = platform.clock.now();
  const proven = await inOrganisation(platform, scope, (tx) => provenByDns(tx, scope));
  const due = proven.filter(({ lookedAt }) => nextLook(lookedAt) <= now);
  // Outside of any transaction: DNS may take its time.
  for (const { domain } of due)
    await settle(platform, scope, domain, await lookForProof(platform, scope, domain));
  return due.length;
}

/** When the next of them is looked at; null where DNS proved none. */
export async function nextLookAgain(tx: Tx, scope: OrganisationScope): Promise<Date | null> {
  return earliest((await provenByDns(tx, scope)).map(({ lookedAt }) => nextLook(lookedAt)));
}

function settle(
  platform: Parts,
  scope: OrganisationScope,
  domain: string,
  looked: Looked,
): Promise<void> {
  return inOrganisation(platform, scope, async (tx) => {
    await lockSignOn(tx, scope);
    const at = platform.clock.now();
    // As it is by now: an owner may have looked, or given it up, meanwhile, and so may another process.
    const before = (await provenByDns(tx, scope)).find((each) => each.domain === domain);
    if (!before || nextLook(before.lookedAt) > at) return;
    const { missingSince, tells } = afterLook(looked, { ...before, now: at });
    await noteLooked(tx, scope, { domain, at, missingSince });
    if (tells === null) return;
    if (tells === "lost") await noteUnproven(tx, scope, domain);
    const by = { ...scope, accountId: null };
    await recordAudit(platform, tx, by, {
      action: tells === "lost" ? "sign-on.domain-lost" : "sign-on.domain-missing",
      subjectKind: "organisation",
      detail: { domain },
    });
    const { organisationId } = scope;
    const about = tells === "lost" ? ("domain-lost" as const) : ("domain-missing" as const);
    await platform.jobs.enqueue(tx, "tell-owners", [{ organisationId, about }]);
  });
}
