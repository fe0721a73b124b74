import type { Actor } from "~/features/identity/index.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { openChecks } from "./library/built-in-checks.server.ts";
import { CHECKS } from "./open/addresses.ts";

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
