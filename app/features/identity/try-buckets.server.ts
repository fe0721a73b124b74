import { createHmac } from "node:crypto";
import type { Platform } from "~/platform/platform.server.ts";
import { networkOf } from "./domain/network-of.ts";
import type { TryLimitName } from "./domain/try-limits.ts";
import { knownDevice } from "./known-device.server.ts";
import type { Bucket } from "./try-store.server.ts";
import type { Visitor } from "./visitor.server.ts";

type Keys = Pick<Platform, "secret" | "clock">;

/**
 * What a try at an account's password counts for. On a device that has signed in to it before: for that device alone,
 * so that no stranger can use up its owner's tries. Whether there is such an account makes no difference.
 */
export async function passwordBuckets(
  platform: Keys,
  visitor: Visitor,
  email: string,
): Promise<Bucket[]> {
  const account = email.toLowerCase();
  const device = await knownDevice(platform.secret, visitor.cookies, account);
  if (device !== null) return [bucket(platform, "device", device)];
  const client = clientOn(platform, visitor);
  const ofAccount = bucket(platform, "account", account);
  // Visitors who can't be told apart must not use up each other's tries.
  if (client === null) return [ofAccount];
  return [
    bucket(platform, "accountFromClient", account, client),
    ofAccount,
    bucket(platform, "client", client),
  ];
}

/** What a try at opening an account counts for: it may be one at the password of an account that exists. */
export async function linkBuckets(
  platform: Keys,
  visitor: Visitor,
  link: { token: string; email: string },
): Promise<Bucket[]> {
  return [
    bucket(platform, "link", link.token),
    ...(await passwordBuckets(platform, visitor, link.email)),
  ];
}

/**
 * What a try at a code counts for. As with passwords a known device has tries of its own: whoever found out the
 * password can't use up its owner's.
 */
export async function codeBuckets(
  platform: Keys,
  visitor: Visitor,
  email: string,
): Promise<Bucket[]> {
  const account = email.toLowerCase();
  const device = await knownDevice(platform.secret, visitor.cookies, account);
  return device === null
    ? [bucket(platform, "code", account)]
    : [bucket(platform, "codeOnDevice", device)];
}

/** What asking for a new password counts for. Whether there is such an account makes no difference. */
export function newPasswordBuckets(platform: Keys, visitor: Visitor, email: string): Bucket[] {
  const buckets = letterBuckets(platform, visitor, email, ["newPassword", "newPasswordFromClient"]);
  const client = clientOn(platform, visitor);
  return client === null ? buckets : [...buckets, bucket(platform, "client", client)];
}

/**
 * The same of a link to sign in with; but for the place: a whole office may ask for one on the same morning, and its
 * passwords count there as well.
 */
export function signInLinkBuckets(platform: Keys, visitor: Visitor, email: string): Bucket[] {
  return letterBuckets(platform, visitor, email, ["signInLink", "signInLinkFromClient"]);
}

/** What wishing for another address counts for: the account, wherever its owner sits. */
export function newAddressBuckets(platform: Keys, accountId: string): Bucket[] {
  return [bucket(platform, "newAddress", accountId)];
}

function letterBuckets(
  platform: Keys,
  visitor: Visitor,
  email: string,
  [everywhere, fromClient]: readonly [TryLimitName, TryLimitName],
): Bucket[] {
  const account = email.toLowerCase();
  const client = clientOn(platform, visitor);
  const ofAccount = bucket(platform, everywhere, account);
  if (client === null) return [ofAccount];
  return [bucket(platform, fromClient, account, client), ofAccount];
}

export function newPasswordLinkBuckets(platform: Keys, token: string): Bucket[] {
  return [bucket(platform, "newPasswordLink", token)];
}

export function setUpCodeBuckets(platform: Keys, visitor: Visitor): Bucket[] {
  const client = clientOn(platform, visitor);
  return [
    ...(client === null ? [] : [bucket(platform, "setUpCodeFromClient", client)]),
    bucket(platform, "setUpCode"),
  ];
}

/** What a token of provisioning counts for: a place, and the organisation that it says it is for. */
export function provisioningBuckets(
  platform: Keys,
  client: string | null,
  organisationId: string | null,
): Bucket[] {
  const place = clientOn(platform, { client, cookies: null });
  return [
    ...(place === null ? [] : [bucket(platform, "provisioningFromClient", place)]),
    bucket(platform, "provisioning", organisationId ?? ""),
  ];
}

/** A place, by a name that is another one every day; null when it can't be told. */
function clientOn({ clock }: Keys, { client }: Visitor): string | null {
  if (client === null) return null;
  return JSON.stringify([networkOf(client), clock.now().toISOString().slice(0, 10)]);
}

function bucket({ secret }: Keys, limit: TryLimitName, ...whom: string[]): Bucket {
  const text = JSON.stringify([limit, ...whom]);
  const digest = createHmac("sha256", secret).update("tries").update(text).digest("base64url");
  return { limit, key: digest.slice(0, 22) };
}
