import type { Actor } from "~/features/identity/index.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { audited } from "./audited.server.ts";
import { LARGEST_LOGO_FILE } from "./draw-logo.server.ts";
import { mayBrand } from "./policy.ts";

export default feature<Actor>({
  audited,
  navigation: [
    {
      href: "/branding",
      label: "branding:place",
      icon: "edit",
      at: 50,
      secondary: true,
      shownTo: mayBrand,
    },
  ],
  // With the form around the file.
  uploads: [{ path: "/branding/logo", largest: LARGEST_LOGO_FILE + 64 * 1024 }],
  abilities: { "decide what the organisation is called and how it looks": mayBrand },
});
