import { whoDeclined } from "~/features/letters/index.server.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { nudgeLetter } from "./nudge-letter.ts";

/** Why nobody can be nudged: nothing is sent here, they have no address, or they do without these letters. */
export type Unreached = "no-server" | "no-address" | "declined";

/** Why no nudge would reach whoever asks; null where it would. */
export async function whyUnreached(
  { mailer }: Pick<Platform, "mailer">,
  tx: Tx,
  actor: OrganisationScope & { personId: string },
): Promise<Unreached | null> {
  if (mailer.kind === "none") return "no-server";
  const { personId } = actor;
  const [person] = await peopleByIds(tx, actor, [personId]);
  if (!person?.email) return "no-address";
  const declined = await whoDeclined(tx, actor, nudgeLetter, [personId]);
  return declined.has(personId) ? "declined" : null;
}
