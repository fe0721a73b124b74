import { timingSafeEqual } from "node:crypto";
import { countTries, provisioningBuckets } from "~/features/identity/index.server.ts";
import { todayOf } from "~/platform/clock/today.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, type Refusal, refuse } from "~/platform/errors/outcome.ts";
import { latest } from "~/platform/memory/latest.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { idsInToken } from "../domain/token.ts";
import { type Provider, providerOf } from "../provider.ts";
import { hashOfToken } from "./hash-token.server.ts";
import { noteUse, openToken } from "./token-store.server.ts";

type Checked = Outcome<Provider, "wrong"> | (Refusal<"too-many"> & { seconds: number });
type Parts = Pick<Platform, "database" | "clock" | "secret">;

/** Hashes of tokens that were right in this process lately: they need not be counted as tries, only looked up. */
const known = latest<true>(100);

/**
 * Whose token a text is. Unknown, wrong and revoked are the same. A try is counted before it is looked at (decision
 * 22), unless the same text was right before: an identity provider comes with every change of everybody.
 */
export async function checkToken(
  platform: Parts,
  client: string | null,
  text: string | null,
): Promise<Checked> {
  const hash = hashOfToken(platform.secret, text ?? "");
  if (text !== null && known.get(hash)) return lookUp(platform, text, hash);
  const ids = text === null ? null : idsInToken(text);
  const buckets = provisioningBuckets(platform, client, ids?.organisationId ?? null);
  return countTries(platform, buckets, () => lookUp(platform, text, hash));
}

async function lookUp(
  platform: Parts,
  text: string | null,
  hash: string,
): Promise<Outcome<Provider, "wrong">> {
  const ids = text === null ? null : idsInToken(text);
  if (!ids || !isId(ids.organisationId) || !isId(ids.tokenId)) return refuse("wrong");
  return inOrganisation(platform, ids, async (tx) => {
    const token = await openToken(tx, ids, ids.tokenId);
    if (!token || !isSame(token.tokenHash, hash)) return refuse("wrong");
    known.set(hash, true);
    const today = todayOf(platform);
    if (token.lastUsedOn !== today) await noteUse(tx, ids, ids.tokenId, today);
    return accept(providerOf(ids.organisationId, ids.tokenId));
  });
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
