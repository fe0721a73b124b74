import type { Actor } from "~/features/identity/index.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { builtInGuide } from "./library/built-in-guide.server.ts";
import { GUIDE, situationAt } from "./open/addresses.ts";

export default feature<Actor>({
  openPages: {
    under: GUIDE,
    paths: () => [GUIDE, ...builtInGuide("en").situations.map(({ key }) => situationAt(key))],
  },
  navigation: [
    {
      href: GUIDE,
      label: "guide:place",
      icon: "framework",
      at: 61,
      shownTo: ({ role }) => role !== "leaver",
    },
  ],
});
