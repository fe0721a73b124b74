import { route } from "@react-router/dev/routes";
import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

export default {
  framed: [
    route("roles", "features/frameworks/routes/roles.tsx"),
    route("roles/new", "features/frameworks/routes/role-new.tsx"),
    route("roles/:roleId", "features/frameworks/routes/role.tsx"),
  ],
} satisfies FeatureRoutes;
