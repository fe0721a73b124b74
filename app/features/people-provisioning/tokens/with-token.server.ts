import { timingSafeEqual } from "node:crypto";
import { countTries, provisioningBuckets } from "~/features/identity/index.server.ts";
import { todayOf } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Refusal, refuse } from "~/platform/errors/outcome.ts";
import { latest } from "~/platform/memory/latest.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { idsInToken, type TokenIds } from "../domain/token.ts";
import { type Provider, providerOf } from "../provider.ts";
import { hashOfToken } from "./hash-token.server.ts";
import { noteUse, openToken } from "./token-store.server.ts";

type Refused = Refusal<"wrong"> | (Refusal<"too-many"> & { seconds: number });
type Parts = Pick<Platform, "database" | "clock" | "secret">;

/** Hashes of tokens that were right in this process lately: they need not be counted as tries, only looked up. */
const known = latest<true>(100);

/**
 * Does something for whoever has a token, in the transaction in which it was looked up. Unknown, wrong and revoked are
 * the same. A try is counted before it is looked at (decision 22), unless the same text was right before: an identity
 * provider comes with every change of everybody.
 */
export async function withToken<Result>(
  platform: Parts,
  { client, token }: { client: string | null; token: string | null },
  work: (tx: Tx, provider: Provider) => Promise<Result>,
): Promise<{ ok: true; value: Result } | Refused> {
  const ids = token === null ? null : idsInToken(token);
  const hash = hashOfToken(platform.secret, token ?? "");
  if (ids === null || !known.get(hash)) {
    const buckets = provisioningBuckets(platform, client, ids?.organisationId ?? null);
    const tried = await countTries(platform, buckets, () =>
      looking(platform, ids, hash, async () => undefined),
    );
    if (!tried.ok) return tried;
  }
  return looking(platform, ids, hash, work);
}

async function looking<Result>(
  platform: Parts,
  ids: TokenIds | null,
  hash: string,
  work: (tx: Tx, provider: Provider) => Promise<Result>,
): Promise<{ ok: true; value: Result } | Refusal<"wrong">> {
  if (!ids || !isId(ids.organisationId) || !isId(ids.tokenId)) return refuse("wrong");
  return inOrganisation(platform, ids, async (tx) => {
    const token = await openToken(tx, ids, ids.tokenId);
    if (!token || !isSame(token.tokenHash, hash)) return refuse("wrong");
    known.set(hash, true);
    const today = todayOf(platform);
    if (token.lastUsedOn !== today) await noteUse(tx, ids, ids.tokenId, today);
    const provider = providerOf(ids.organisationId, ids.tokenId);
    return { ok: true, value: await work(tx, provider) };
  });
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
