import { type LookupAddress, type LookupOptions, lookup as lookUp } from "node:dns";
import { lookup, resolveTxt } from "node:dns/promises";
import { Agent, fetch as ask } from "undici";
import { isPublicAddress } from "./public-address.ts";

/** What this server asks of others that nobody who runs it has named. */
export type Outside = {
  /** As `fetch`, bounded in time and size, and never to where this server's own network is, unless that is allowed. */
  fetch: typeof fetch;
  /** The texts that a name has in DNS; none where there is no such name. @throws when nobody could be asked. */
  textsOf(name: string): Promise<string[]>;
  /** Whether addresses in private networks are asked as well, and by plain http. */
  reachesPrivate: boolean;
};

const MOST_BYTES = 1024 * 1024;
const WAIT_MS = 8_000;

/** @param reachesPrivate whether addresses of this machine and its networks may be asked. */
export function openOutside({ reachesPrivate }: { reachesPrivate: boolean }): Outside {
  const agent = new Agent({
    maxResponseSize: MOST_BYTES,
    connectTimeout: WAIT_MS,
    headersTimeout: WAIT_MS,
    bodyTimeout: WAIT_MS,
    ...(reachesPrivate ? {} : { connect: { lookup: lookUpPublic } }),
  });
  const asked = async (url: string | URL | Request, init?: RequestInit) => {
    const target = new URL(url instanceof Request ? url.url : url);
    if (!reachesPrivate) await refusePrivate(target);
    const sent = { ...init, dispatcher: agent, signal: AbortSignal.timeout(WAIT_MS) };
    return ask(target, sent as Parameters<typeof ask>[1]);
  };
  return { fetch: asked as unknown as typeof fetch, textsOf, reachesPrivate };
}

/** Says early and clearly what the connection would refuse as well: an address may change between the two. */
async function refusePrivate({ hostname, protocol }: URL): Promise<void> {
  if (protocol !== "https:") throw new Error("only https is asked");
  const name = hostname.replace(/^\[|\]$/g, "");
  const found = await lookup(name, { all: true });
  if (!found.every(({ address }) => isPublicAddress(address))) throw new Error(PRIVATE);
}

const PRIVATE = "an address in a private network is not asked";

type Found = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

/** Looks a name up for a connection, which then goes to no other address than those looked at here. */
function lookUpPublic(name: string, options: LookupOptions, found: Found): void {
  lookUp(name, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first) return found(error ?? new Error("no address"), []);
    if (!addresses.every(({ address }) => isPublicAddress(address)))
      return found(new Error(PRIVATE), []);
    if (options.all) return found(null, addresses);
    found(null, first.address, first.family);
  });
}

const NOT_THERE = new Set(["ENOTFOUND", "ENODATA"]);

async function textsOf(name: string): Promise<string[]> {
  try {
    return (await resolveTxt(name)).map((parts) => parts.join(""));
  } catch (error) {
    if (error instanceof Error && "code" in error && NOT_THERE.has(String(error.code))) return [];
    throw error;
  }
}
