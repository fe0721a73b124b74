import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { asComingFrom, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { maySetSignOn } from "../policy.ts";

export type ClaimedDomain = {
  domain: string;
  verifiedBy: "dns" | "operator" | null;
  /** Since when its proof is missing in DNS, although it counts. */
  missingSince: Date | null;
};

/** The domains that an organisation says are its own, by name. Owners only: none for everyone else. */
export async function claimedDomains(tx: Tx, actor: Actor): Promise<ClaimedDomain[]> {
  if (!maySetSignOn(actor)) return [];
  const rows = await tx
    .selectFrom("signOnDomain")
    .where("organisationId", "=", actor.organisationId)
    .select(["domain", "verifiedBy", "missingSince"])
    .orderBy("domain")
    .execute();
  return rows.map(({ domain, verifiedBy, missingSince }) => ({
    ...{ domain, missingSince },
    verifiedBy: verifiedBy === "dns" || verifiedBy === "operator" ? verifiedBy : null,
  }));
}

/** Whether an organisation has proven that a domain is its own. */
export async function isVerified(
  tx: Tx,
  { organisationId }: OrganisationScope,
  domain: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom("signOnDomain")
    .where("organisationId", "=", organisationId)
    .where("domain", "=", domain)
    .where("verifiedAt", "is not", null)
    .select("domain")
    .executeTakeFirst();
  return row !== undefined;
}

/** A domain that DNS proved, and when that was looked at last. */
export type ProvenByDns = { domain: string; lookedAt: Date; missingSince: Date | null };

/** The domains of an organisation that DNS proved: what the clock looks at again. */
export async function provenByDns(
  tx: Tx,
  { organisationId }: OrganisationScope,
): Promise<ProvenByDns[]> {
  const rows = await tx
    .selectFrom("signOnDomain")
    .where("organisationId", "=", organisationId)
    .where("verifiedBy", "=", "dns")
    .select(["domain", "verifiedAt", "claimedAt", "lookedAt", "missingSince"])
    .orderBy("domain")
    .execute();
  return rows.map(({ domain, verifiedAt, claimedAt, lookedAt, missingSince }) => ({
    ...{ domain, missingSince },
    lookedAt: lookedAt ?? verifiedAt ?? claimedAt,
  }));
}

/** The organisations that have proven that a domain is theirs, for whoever is about to sign in. */
export function organisationsWith(
  platform: Pick<Platform, "database">,
  domain: string,
): Promise<OrganisationScope[]> {
  return asComingFrom(platform, domain, (tx) =>
    tx
      .selectFrom("signOnDomain")
      .where("domain", "=", domain)
      .where("verifiedAt", "is not", null)
      .select("organisationId")
      .orderBy("organisationId")
      .execute(),
  );
}
