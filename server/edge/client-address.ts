import type { IncomingMessage } from "node:http";
import proxyaddr from "proxy-addr";

/** Tells who sends a request: their network address, or null when that can't be told. */
export type ClientAddress = (incoming: IncomingMessage) => string | null;

/**
 * Who sends a request. With proxies named (addresses, networks, or words such as "loopback"), the newest address in
 * X-Forwarded-For that is none of them; without, the other end of the connection.
 * @param behindUnknownProxy people come by TLS but no proxy is named: then everyone would look like the proxy, so
 * nobody is told apart.
 * @throws TypeError for something that is no address.
 */
export function clientAddress(
  proxies: readonly string[],
  behindUnknownProxy: boolean,
): ClientAddress {
  if (behindUnknownProxy) return () => null;
  const trust = proxyaddr.compile([...proxies]);
  return (incoming) => proxyaddr(incoming, trust) || null;
}
