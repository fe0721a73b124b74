import { route } from "@react-router/dev/routes";
import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

export default {
  bare: [
    route("checks", "features/checks/routes/checks.tsx"),
    route("checks/:check", "features/checks/routes/check.tsx"),
    route("checks/:check/alone", "features/checks/routes/check-alone.tsx"),
    route("checks/:check/result", "features/checks/routes/check-result.tsx"),
  ],
} satisfies FeatureRoutes;
