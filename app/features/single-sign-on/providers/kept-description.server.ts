import type * as oidc from "openid-client";
import type { Platform } from "~/platform/platform.server.ts";
import { type Client, describedProvider } from "./described-provider.server.ts";

/** Long enough for a Monday morning to ask once, short enough that a provider that is down or changed is soon seen. */
const MILLISECONDS = 60_000;
/** Each may be as large as `describedProvider` reads. */
const MOST = 100;

const kept = new Map<string, { since: number; config: Promise<oidc.Configuration> }>();

/**
 * A provider as it described itself within the last minute, with its keys: whoever comes meanwhile, or at once, causes
 * no further question. What failed is not kept. @throws as `describedProvider`.
 */
export async function keptDescription(
  platform: Pick<Platform, "clock" | "outside">,
  client: Client,
): Promise<oidc.Configuration> {
  const key = JSON.stringify([client.issuer, client.clientId, client.clientSecret]);
  const now = platform.clock.now().getTime();
  const found = kept.get(key);
  if (found && Math.abs(now - found.since) < MILLISECONDS) return found.config;
  const config = describedProvider(platform, client);
  // At the end, so that the first is the oldest.
  kept.delete(key);
  kept.set(key, { since: now, config });
  const [oldest] = kept.keys();
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
  try {
    return await config;
  } catch (error) {
    if (kept.get(key)?.config === config) kept.delete(key);
    throw error;
  }
}
