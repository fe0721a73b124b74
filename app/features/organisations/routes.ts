import { route } from "@react-router/dev/routes";
import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

export default {
  bare: [
    route("organisations/new/:code", "features/organisations/routes/new-organisation.tsx"),
    route("organisations/owner/:token", "features/organisations/routes/first-owner.tsx"),
  ],
} satisfies FeatureRoutes;
