import type { Actor } from "~/features/identity/index.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { audited } from "./audited.server.ts";
import { holdPanel } from "./holds/hold-panel.server.ts";
import { personal } from "./personal.server.ts";
import { mayKeepPrivacy, mayWriteInformation } from "./policy.ts";
import { nextNight } from "./retention/forget-due.server.ts";

export default feature<Actor>({
  audited,
  personal,
  personPanels: holdPanel,
  navigation: [
    {
      href: "/privacy",
      label: "privacy:place",
      icon: "lock",
      at: 40,
      secondary: true,
      shownTo: mayKeepPrivacy,
    },
  ],
  abilities: {
    "decide how long data is kept, and put people on hold": mayKeepPrivacy,
    "write what people are told of their data": mayWriteInformation,
  },
  // What it forgets by the clock is of every feature, so whoever knows them all hands it that (`keep-time`).
  clock: { nextTime: nextNight },
});
