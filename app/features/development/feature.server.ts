import type { Actor } from "~/features/identity/index.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { audited } from "./audited.server.ts";
import { mayKeepPractices, mayReadPractices } from "./policy.ts";

export default feature<Actor>({
  audited,
  navigation: [
    {
      href: "/practices",
      label: "practices:place",
      icon: "framework",
      at: 12,
      secondary: true,
      shownTo: mayReadPractices,
    },
  ],
  abilities: {
    "read what helps with each behaviour": mayReadPractices,
    "add and hide practices": mayKeepPractices,
  },
});
