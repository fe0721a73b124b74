import { z } from "zod";
import { seal, unseal } from "~/features/identity/index.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Said } from "../domain/provider.ts";

const SECONDS = 60;

const outcomeSchema = z.object({
  providerId: z.uuid(),
  state: z.string(),
  shownLately: z.boolean(),
  said: z.object({
    subject: z.string(),
    address: z.string().nullable(),
    isVerified: z.boolean().nullable(),
    name: z.string().nullable(),
    groups: z.array(z.string()).nullable(),
    managedBy: z.string().nullable(),
  }),
  until: z.iso.datetime(),
});

type SamlOutcome = { providerId: string; state: string; shownLately: boolean; said: Said };

/**
 * What a SAML provider said, for the browser that brought it to carry on: it came from another site, without the cookie
 * that says who began. Nobody can read or make it, it lasts a minute, and is worth nothing in another browser.
 */
export function outcomeToken(
  { clock, secret }: Pick<Platform, "clock" | "secret">,
  { organisationId }: OrganisationScope,
  outcome: SamlOutcome,
): string {
  const until = new Date(clock.now().getTime() + SECONDS * 1_000).toISOString();
  const text = JSON.stringify({ ...outcome, until });
  return seal(secret, { use: "sign-on outcome", of: organisationId }, text);
}

/** Null for what is none of ours, of another organisation, or too old. */
export function readOutcome(
  { clock, secret }: Pick<Platform, "clock" | "secret">,
  { organisationId }: OrganisationScope,
  token: string,
): SamlOutcome | null {
  const text = unseal(secret, { use: "sign-on outcome", of: organisationId }, token);
  if (text === null) return null;
  const outcome = outcomeSchema.parse(JSON.parse(text));
  return new Date(outcome.until) > clock.now() ? outcome : null;
}
