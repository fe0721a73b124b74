import { route } from "@react-router/dev/routes";
import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

export default {
  bare: [
    route("guide", "features/guide/routes/guide.tsx"),
    route("guide/:situation", "features/guide/routes/situation.tsx"),
  ],
} satisfies FeatureRoutes;
