import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type Break, CHAIN_BEGINS, followChain } from "./audit-chain.ts";
import { countUnsealed, recordsOfSeals, sealsAfter } from "./audit-chain-store.server.ts";
import { auditKey } from "./seal-audit.server.ts";

const AT_A_TIME = 100;

export type AuditState = {
  /** Of what holds. */
  seals: number;
  records: number;
  /** Recorded since the last seal. */
  unsealed: number;
  broken: Break | null;
  /** The digest at the end of what holds. Written down elsewhere, it shows later that nothing before it was changed. */
  head: string;
};

/** Follows the chain of an organisation's audit record from its beginning. */
export function verifyAudit(
  platform: Pick<Platform, "database" | "secret">,
  scope: OrganisationScope,
): Promise<AuditState> {
  const key = auditKey(platform.secret);
  return inOrganisation(platform, scope, async (tx) => {
    let [reached, broken, records] = [CHAIN_BEGINS, null as Break | null, 0];
    while (broken === null) {
      const seals = await sealsAfter(tx, scope, reached.number, AT_A_TIME);
      if (seals.length === 0) break;
      const numbers = seals.map(({ number }) => number);
      const held = await recordsOfSeals(tx, scope, numbers);
      const found = seals.map((seal) => ({ seal, records: held.get(seal.number) ?? [] }));
      ({ reached, broken } = followChain(found, key, reached));
      records += seals
        .filter(({ number }) => number <= reached.number)
        .reduce((sum, seal) => sum + seal.records, 0);
    }
    const unsealed = await countUnsealed(tx, scope);
    return { seals: reached.number, records, unsealed, broken, head: reached.head };
  });
}
