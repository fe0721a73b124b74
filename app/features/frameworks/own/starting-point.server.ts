import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { builtInFramework } from "../built-in.server.ts";
import { fromBuiltIn } from "../domain/own/from-built-in.ts";
import { type OwnFramework, ownFrameworkSchema } from "../domain/own/own-framework.ts";
import { frameworkInLanguage } from "../framework-in-language.server.ts";
import { ownVersion } from "./own-framework-reads.server.ts";

/**
 * What a new framework begins with: nothing but levels (""), the built-in one in the reader's language ("built-in"), or
 * the newest version of one of the organisation's own, by its id; null when that is none.
 */
export async function startingPoint(
  platform: Pick<Platform, "database">,
  actor: Actor,
  from: string,
  levelNames: readonly string[],
): Promise<OwnFramework | null> {
  if (from === "built-in")
    return fromBuiltIn(frameworkInLanguage(builtInFramework(), readerLanguage()), levelNames);
  if (from !== "") {
    const version = await inOrganisation(platform, actor, (tx) => ownVersion(tx, actor, from));
    return version?.definition ?? null;
  }
  const levels = levelNames.map((name) => ({ name }));
  return ownFrameworkSchema.parse({ name: "–", language: readerLanguage(), levels });
}
