import type { Actor } from "~/features/identity/index.ts";
import { features } from "~/features.ts";
import { manifestsOf } from "~/platform/feature/feature.server.ts";
import type { Place } from "~/platform/feature/place.ts";
import { texts } from "~/platform/i18n/i18n.ts";

export type ShownPlace = Pick<Place<Actor>, "href" | "label" | "icon">;

/** Before every feature's. Whoever left finds only what they may still read. */
const home: Place<Actor> = {
  href: "/home",
  label: "shell:frame.home",
  icon: "home",
  at: 0,
  shownTo: ({ role }) => role !== "leaver",
};

/** Where whoever asks may go, by every feature's manifest. */
export async function navigationOf(
  actor: Actor,
): Promise<{ navigation: ShownPlace[]; secondary: ShownPlace[] }> {
  const manifests = await manifestsOf<Actor>(features);
  const places = [home, ...manifests.flatMap(({ navigation = [] }) => navigation)]
    .filter((place) => place.shownTo(actor))
    .toSorted((a, b) => a.at - b.at);
  const shown = (secondary: boolean) =>
    places
      .filter((place) => (place.secondary ?? false) === secondary)
      .map(({ href, label, icon }) => ({ href, label: texts.t(label), icon }));
  return { navigation: shown(false), secondary: shown(true) };
}
