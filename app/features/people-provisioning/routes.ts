import { route } from "@react-router/dev/routes";
import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

export default {
  framed: [route("people/provisioning", "features/people-provisioning/routes/provisioning.tsx")],
} satisfies FeatureRoutes;
