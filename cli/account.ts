import {
  credentialWithAddress,
  newPasswordLink,
  passkeysOf,
  recordAudit,
  unsafeDropFactor,
  unsafeDropPasskeys,
} from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { OperatorError } from "~/platform/errors/operator-error.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { asOperator } from "./as-operator.ts";

/**
 * Prints the link by which the owner of an account chooses a new password: for when no letter reaches them. Who was
 * given one is in the audit record of their organisation, and they are told by letter once it was used.
 */
export function printNewPasswordLink(
  address: string,
  options: { organisation?: string },
): Promise<void> {
  return asOperator(options.organisation, async (platform, actor) => {
    const credential = await inOrganisation(platform, actor, async (tx) => {
      const found = await credentialWithAddress(tx, actor, address);
      if (found)
        await recordAudit(platform, tx, actor, {
          action: "account.new-password-link-printed",
          subjectKind: "account",
          detail: { account: found.accountId },
        });
      return found;
    });
    if (!credential)
      throw new OperatorError(
        `Nobody in this organisation signs in with ${address} and a password.`,
        "Someone without an account opens one by the link in their letter.",
      );
    process.stdout.write(
      `${credential.name} chooses a new password here, once and within an hour: ${newPasswordLink(platform, credential)}\n`,
    );
  });
}

/**
 * Takes the second step away from an account whose owner has lost phone and recovery codes: they sign in with the
 * password alone and can add it anew. They are told by letter.
 */
export function dropSecondStep(address: string, options: { organisation?: string }): Promise<void> {
  return asOperator(options.organisation, async (platform, actor) => {
    const credential = await ownerOf(platform, actor, address);
    const { accountId, name } = credential;
    if (!(await unsafeDropFactor(platform, accountId)))
      throw new OperatorError(`${name} signs in without a second step.`, "Nothing was changed.");
    process.stdout.write(`${name} signs in with the password alone now, and is told by letter.\n`);
  });
}

/** Prints the passkeys that open an account, with the days on which they were added and last used. */
export function listPasskeys(address: string, options: { organisation?: string }): Promise<void> {
  return asOperator(options.organisation, async (platform, actor) => {
    const { accountId, name } = await ownerOf(platform, actor, address);
    const passkeys = await passkeysOf(platform.database, accountId);
    if (passkeys.length === 0) process.stdout.write(`${name} has no passkey.\n`);
    for (const { name: called, since, lastDay } of passkeys)
      process.stdout.write(
        `${called}, since ${since}, ${lastDay ? `last used on ${lastDay}` : "not used yet"}\n`,
      );
  });
}

/** Takes every passkey away from an account, such as one whose devices were stolen. Its owner is told by letter. */
export function dropPasskeys(address: string, options: { organisation?: string }): Promise<void> {
  return asOperator(options.organisation, async (platform, actor) => {
    const { accountId, name } = await ownerOf(platform, actor, address);
    if ((await unsafeDropPasskeys(platform, accountId)) === 0)
      throw new OperatorError(`${name} has no passkey.`, "Nothing was changed.");
    process.stdout.write(
      `No passkey opens the account of ${name} any more, and they are told by letter.\n`,
    );
  });
}

/** Whoever signs in with an address here. @throws when nobody does. */
async function ownerOf(platform: Platform, actor: Actor, address: string) {
  const found = await inOrganisation(platform, actor, (tx) =>
    credentialWithAddress(tx, actor, address),
  );
  if (found) return found;
  throw new OperatorError(
    `Nobody in this organisation signs in with ${address} and a password.`,
    "Someone without an account opens one by the link in their letter.",
  );
}
