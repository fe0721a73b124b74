import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { keyedHash } from "../keyed-hash.server.ts";
import { textToSeal } from "./audit-chain.ts";
import {
  insertSeal,
  lastSeal,
  placeBefore,
  type RecordPlace,
  unsealedAmong,
} from "./audit-chain-store.server.ts";

/** How many are looked at each time, and what one seal holds at most: an import or a launch leaves thousands of records. */
const AT_A_TIME = 1_000;
/** How far before the last seal's newest record the clock looks: no transaction takes as long. */
const LATE_HOURS = 24;

type Parts = Pick<Platform, "database" | "clock" | "secret">;

/** The server's own digest and the mark of its secret. */
export function auditKey(secret: string) {
  return {
    keyMark: keyedHash(secret, "audit chain", "mark").slice(0, 12),
    digestOf: (text: string) => keyedHash(secret, "audit chain", text),
  };
}

/** Seals whatever no seal holds yet, however old it is. */
export function sealAudit(platform: Parts, scope: OrganisationScope): Promise<void> {
  return sealAfter(platform, scope, null);
}

/**
 * Seals what was recorded since the last time. By the clock, which comes by after every record: it costs what is new
 * and what a day left, not what there ever was. What is older than that waits for the daily check.
 */
export async function sealRecentAudit(platform: Parts, scope: OrganisationScope): Promise<void> {
  const after = await inOrganisation(platform, scope, async (tx) => {
    const last = await lastSeal(tx, scope);
    return last && placeBefore(tx, scope, last.number, LATE_HOURS);
  });
  await sealAfter(platform, scope, after);
}

async function sealAfter(
  platform: Parts,
  scope: OrganisationScope,
  start: RecordPlace | null,
): Promise<void> {
  let after = start;
  // Each time from where the last one ended: looking at what is sealed already takes longer with every seal.
  for (let more = true; more; ) ({ more, after } = await sealSome(platform, scope, after));
}

/** Seals the next ones. @returns whether there may be more, and after which place. */
function sealSome(platform: Parts, scope: OrganisationScope, after: RecordPlace | null) {
  const { keyMark, digestOf } = auditKey(platform.secret);
  const sealedOn = platform.clock.now().toISOString().slice(0, 10);
  return inOrganisation(platform, scope, async (tx) => {
    // In this order: whatever another process seals from here on takes the number that is next.
    const before = await lastSeal(tx, scope);
    const page = await unsealedAmong(tx, scope, { after, most: AT_A_TIME });
    const next = { more: page.looked === AT_A_TIME, after: page.last };
    if (page.unsealed.length === 0) return next;
    const number = (before?.number ?? 0) + 1;
    const digest = digestOf(textToSeal(before?.digest ?? "", number, page.unsealed));
    const seal = { number, records: page.unsealed.length, digest, keyMark, sealedOn };
    const ids = page.unsealed.map(({ id }) => id);
    const made = await insertSeal(tx, scope, seal, ids);
    return { ...next, more: made && next.more };
  });
}
