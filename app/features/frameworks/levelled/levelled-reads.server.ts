import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { builtInFramework } from "../built-in.server.ts";
import type { Framework } from "../domain/framework.ts";
import {
  builtInChanges,
  type LevelledFramework,
  levelledBuiltIn,
  levelledOwn,
} from "../domain/levelled/levelled-framework.ts";
import type { PublishedVersion } from "../domain/own/carry-forward.ts";
import { frameworkInLanguage } from "../framework-in-language.server.ts";
import {
  ownFrameworks,
  publishedVersion,
  versionHistory,
} from "../own/own-framework-reads.server.ts";
import { levelNames } from "../own/usual-levels.ts";
import { mayReadFrameworks } from "../policy.ts";
import { keyedFrameworks } from "./keyed-framework-reads.server.ts";

export type FrameworkEntry = { framework: string; version: number; name: string };

/** Every framework that levels may be said in, in its newest published version: the built-in first, then by name. */
export async function levelledFrameworks(tx: Tx, actor: Actor): Promise<FrameworkEntry[]> {
  if (!mayReadFrameworks(actor)) return [];
  const builtIn = newestOfEach(await keyedFrameworks(tx, actor));
  const own = await ownFrameworks(tx, actor);
  return [
    ...builtIn.map(({ key, version, name }) => ({ framework: key, version, name })),
    ...own.flatMap(({ id, name, version }) =>
      version ? [{ framework: id, version: version.version, name }] : [],
    ),
  ];
}

/**
 * A version of a framework by its levels, the newest published one unless told, a built-in one in the reader's
 * language. `framework` is a built-in key or the id of one of the organisation's own. null when there is none, or the
 * actor may not read frameworks.
 */
export async function levelledFramework(
  tx: Tx,
  actor: Actor,
  framework: string,
  version?: number,
): Promise<LevelledFramework | null> {
  return mayReadFrameworks(actor) ? levelledFrameworkOf(tx, actor, framework, version) : null;
}

/** The same for whoever refers to one, without a reader. */
export async function levelledFrameworkOf(
  tx: Tx,
  scope: OrganisationScope,
  framework: string,
  version?: number,
): Promise<LevelledFramework | null> {
  if (isId(framework)) {
    const found = await publishedVersion(tx, scope, framework, version);
    if (!found) return null;
    const hats = frameworkInLanguage(builtInFramework(), readerLanguage()).hats;
    return levelledOwn({ framework, version: found.version }, found.definition, hats);
  }
  const versions = await keyedFrameworks(tx, scope, framework);
  const found = version
    ? versions.find((each) => each.version === version)
    : newestOfEach(versions)[0];
  if (!found) return null;
  const names = levelNames(readerTexts().getFixedT(null, "frameworks"));
  return levelledBuiltIn(frameworkInLanguage(found, readerLanguage()), names);
}

/**
 * What `carryForward` needs of a framework, built-in or own: all its versions, the first first, with the day on which
 * each was published; of a built-in one nobody knows it.
 */
export async function levelHistory(
  tx: Tx,
  scope: OrganisationScope,
  framework: string,
): Promise<(PublishedVersion & { publishedOn: string | null })[]> {
  if (isId(framework)) return versionHistory(tx, scope, framework);
  const versions = await keyedFrameworks(tx, scope, framework);
  return versions.map((each, at) => ({
    version: each.version,
    levels: each.competencies[0]?.levels.length ?? 0,
    changes: builtInChanges(versions[at - 1] ?? null, each),
    publishedOn: null,
  }));
}

/** The newest version of each key, in the reader's language. */
function newestOfEach(versions: readonly Framework[]): Framework[] {
  const newest = new Map<string, Framework>();
  for (const each of versions) newest.set(each.key, each);
  return [...newest.values()].map((each) => frameworkInLanguage(each, readerLanguage()));
}
