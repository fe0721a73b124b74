import type { Actor } from "~/features/identity/index.ts";
import { feature } from "~/platform/feature/feature.server.ts";

export default feature<Actor>({
  navigation: [
    {
      href: "/checks",
      label: "checks:place",
      icon: "edit",
      at: 60,
      shownTo: ({ role }) => role !== "leaver",
    },
  ],
});
