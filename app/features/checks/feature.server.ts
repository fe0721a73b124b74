import type { Actor } from "~/features/identity/index.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { CHECKS } from "./open/addresses.ts";
import { openChecks } from "./open/open-checks.server.ts";

export default feature<Actor>({
  openPages: { under: CHECKS, paths: openChecks },
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
