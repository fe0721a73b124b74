import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { keyedHash } from "../keyed-hash.server.ts";
import { textToSeal } from "./audit-chain.ts";
import { insertSeal, lastSeal, unsealedRecords } from "./audit-chain-store.server.ts";

/** What one seal holds at most: an import or a launch leaves thousands of records. */
const AT_A_TIME = 1_000;

/** The server's own digest and the mark of its secret. */
export function auditKey(secret: string) {
  return {
    keyMark: keyedHash(secret, "audit chain", "mark").slice(0, 12),
    digestOf: (text: string) => keyedHash(secret, "audit chain", text),
  };
}

/** Seals what was recorded since the last time. By the clock, which comes by after every record. */
export async function sealAudit(
  platform: Pick<Platform, "database" | "clock" | "secret">,
  scope: OrganisationScope,
): Promise<void> {
  const { keyMark, digestOf } = auditKey(platform.secret);
  const sealedOn = platform.clock.now().toISOString().slice(0, 10);
  const sealSome = () =>
    inOrganisation(platform, scope, async (tx) => {
      // In this order: whatever another process seals from here on takes the number that is next.
      const last = await lastSeal(tx, scope);
      const records = await unsealedRecords(tx, scope, AT_A_TIME);
      if (records.length === 0) return false;
      const number = (last?.number ?? 0) + 1;
      const digest = digestOf(textToSeal(last?.digest ?? "", number, records));
      const seal = { number, records: records.length, digest, keyMark, sealedOn };
      const made = await insertSeal(
        tx,
        scope,
        seal,
        records.map(({ id }) => id),
      );
      return made && records.length === AT_A_TIME;
    });
  while (await sealSome());
}
