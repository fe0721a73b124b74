import ipaddr from "ipaddr.js";

/** Whether a network address is anybody's on the internet: not this machine's, of no private or reserved network. */
export function isPublicAddress(address: string): boolean {
  // An IPv4 address that is written as IPv6 is looked at as what it is.
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
}
