import { route } from "@react-router/dev/routes";
import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

export default {
  framed: [
    route("privacy", "features/privacy/routes/privacy.tsx"),
    route("privacy/hold", "features/privacy/routes/privacy-hold.tsx"),
  ],
} satisfies FeatureRoutes;
