import { route } from "@react-router/dev/routes";
import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

export default {
  framed: [
    route("branding", "features/branding/routes/branding.tsx"),
    route("branding/logo", "features/branding/routes/branding-logo.tsx"),
  ],
  bare: [route("logo/:organisationId/:mark", "features/branding/routes/logo.ts")],
} satisfies FeatureRoutes;
