import { randomBytes } from "node:crypto";
import { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { cleanText } from "~/features/people/domain/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { TOKEN_SECRET_BYTES, tokenText } from "../domain/token.ts";
import { mayProvision } from "../policy.ts";
import { hashOfToken } from "./hash-token.server.ts";
import { countOpenTokens } from "./token-reads.server.ts";
import { insertToken } from "./token-store.server.ts";

/** Enough to roll over several providers, and few enough to be looked through. */
export const MOST_TOKENS = 10;

export const makeTokenInput = z.object({
  name: z
    .string("missing")
    .max(100)
    .transform((text) => cleanText(text) ?? "")
    .refine((text) => text !== "", "missing"),
});

/** Makes a token for an identity provider. Its text is told this once: only a keyed hash of it is kept. */
export async function makeToken(
  platform: Pick<Platform, "database" | "clock" | "secret">,
  actor: Actor,
  { name }: z.output<typeof makeTokenInput>,
): Promise<Outcome<{ tokenId: string; token: string }, "not-allowed" | "too-many">> {
  if (!mayProvision(actor)) return refuse("not-allowed");
  const { organisationId, accountId } = actor;
  const tokenId = newId();
  const token = tokenText({ organisationId, tokenId }, randomBytes(TOKEN_SECRET_BYTES));
  return inOrganisation(platform, actor, async (tx) => {
    if ((await countOpenTokens(tx, actor)) >= MOST_TOKENS) return refuse("too-many");
    await insertToken(tx, actor, {
      ...{ id: tokenId, name, tokenHash: hashOfToken(platform.secret, token) },
      ...{ createdBy: accountId, createdAt: platform.clock.now() },
    });
    await recordAudit(platform, tx, actor, {
      action: "provisioning.token-made",
      subjectKind: "provisioning-token",
      subjectId: tokenId,
    });
    return accept({ tokenId, token });
  });
}
