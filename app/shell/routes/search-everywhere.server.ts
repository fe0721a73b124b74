import type { Actor } from "~/features/identity/index.ts";
import { features } from "~/features.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { manifestsOf } from "~/platform/feature/feature.server.ts";
import type { FoundGroup } from "~/platform/feature/found.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { wordsFound } from "~/platform/search/words-found.ts";
import { placesOf } from "./navigation.server.ts";

/** Of each kind but pages, which are few; whoever looks for more types more. */
const MOST = 8;

/** What somebody may open that words find: pages by their name in the navigation, then what every feature finds. */
export async function searchEverywhere(
  platform: Platform,
  tx: Tx,
  actor: Actor,
  words: string,
): Promise<FoundGroup[]> {
  const places = (await placesOf(actor))
    .map(({ href, label }) => ({ href, label: readerTexts().t(label) }))
    .filter(({ label }) => wordsFound(words, label));
  const groups: FoundGroup[] = [
    {
      ...{ id: "pages", title: readerTexts().t("shell:search.pages") },
      found: places,
    },
  ];
  if (words !== "" && actor.role !== "leaver") {
    const manifests = await manifestsOf<Actor>(features);
    for (const { search } of manifests)
      if (search) {
        const group = await search(platform, tx, actor, words);
        groups.push({ ...group, found: group.found.slice(0, MOST) });
      }
  }
  return groups.filter(({ found }) => found.length > 0);
}
