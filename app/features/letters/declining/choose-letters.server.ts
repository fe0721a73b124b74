import { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayChooseLetters } from "../policy.ts";
import { replaceDeclined } from "./declined-store.server.ts";

/** The kinds that somebody wants, of those that can be done without. */
export const chooseLettersInput = z.object({
  wanted: z.array(z.string().max(100)).max(200).optional(),
});

/**
 * Whoever asks says which letters they want. Only what its feature says may be declined is: a form that leaves others
 * out, or names some, changes nothing of those. What was queued before leaves all the same.
 */
export async function chooseLetters(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  kinds: readonly KindOfLetter[],
  { wanted = [] }: z.output<typeof chooseLettersInput>,
): Promise<Outcome<void, "not-allowed">> {
  const { personId, organisationId } = actor;
  if (personId === null || !mayChooseLetters(actor)) return refuse("not-allowed");
  const declined = kinds
    .filter(({ name, mayBeDeclined }) => mayBeDeclined && !wanted.includes(name))
    .map(({ name }) => name);
  await inOrganisation(platform, actor, async (tx) => {
    await replaceDeclined(tx, { organisationId, personId }, declined);
    await recordAudit(platform, tx, actor, {
      action: "letters.chosen",
      subjectKind: "person",
      subjectId: personId,
      detail: { declined: declined.length },
    });
  });
  return { ok: true };
}
