import type { Tx } from "../db/database.server.ts";
import type { OrganisationScope } from "../db/in-organisation.server.ts";
import type { Platform } from "../platform.server.ts";

/**
 * Makes the links of a letter at the moment it leaves, each from a text that opens nothing and stood with the letter
 * until then; null for one that may not be sent any more.
 */
export type MakeLinks = (
  platform: Pick<Platform, "clock" | "secret" | "publicUrl">,
  tx: Tx,
  scope: OrganisationScope,
  from: readonly string[],
) => Promise<readonly (string | null)[]>;

/** Those that features lend to letters, by a name that waiting letters remember. */
export type LetterWays = Readonly<Record<string, MakeLinks>>;
