import { route } from "@react-router/dev/routes";
import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

export default {
  framed: [
    route("privacy", "features/privacy/routes/privacy.tsx"),
    route("privacy/hold", "features/privacy/routes/privacy-hold.tsx"),
    route("privacy/information", "features/privacy/routes/information.tsx"),
    route("privacy/information/:audience", "features/privacy/routes/information-text.tsx"),
    route(
      "privacy/information/:audience/versions",
      "features/privacy/routes/information-versions.tsx",
    ),
    route("account/information", "features/privacy/routes/account-information.tsx"),
  ],
} satisfies FeatureRoutes;
