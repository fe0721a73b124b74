import type { Actor } from "~/features/identity/index.ts";
import { features } from "~/features.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { manifestsOf } from "~/platform/feature/feature.server.ts";
import type { Place } from "~/platform/feature/place.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";

export type ShownPlace = Pick<Place<Actor>, "href" | "label" | "icon"> & {
  /** How much waits there. */
  waiting: number;
};

/** Before every feature's. Whoever left finds only what they may still read. */
const home: Place<Actor> = {
  href: "/home",
  label: "shell:frame.home",
  icon: "home",
  at: 0,
  shownTo: ({ role }) => role !== "leaver",
};

/** Where whoever asks may go, by every feature's manifest, in the order in which it is shown. */
export async function placesOf(actor: Actor): Promise<Place<Actor>[]> {
  const manifests = await manifestsOf<Actor>(features);
  return [home, ...manifests.flatMap(({ navigation = [] }) => navigation)]
    .filter((place) => place.shownTo(actor))
    .toSorted((a, b) => a.at - b.at);
}

/** The navigation of whoever asks, each place with how much waits there. */
export async function navigationOf(
  platform: Platform,
  tx: Tx,
  actor: Actor,
): Promise<{ navigation: ShownPlace[]; secondary: ShownPlace[] }> {
  const shown: (ShownPlace & { secondary: boolean })[] = [];
  for (const { href, label, icon, waiting, secondary = false } of await placesOf(actor))
    shown.push({
      ...{ href, label: readerTexts().t(label), icon, secondary },
      waiting: waiting ? await waiting(platform, tx, actor) : 0,
    });
  return {
    navigation: shown.filter(({ secondary }) => !secondary),
    secondary: shown.filter(({ secondary }) => secondary),
  };
}
