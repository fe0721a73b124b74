import { route } from "@react-router/dev/routes";
import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

export default {
  framed: [
    route("practices", "features/development/routes/practices.tsx"),
    route("practices/:behaviour", "features/development/routes/practices-for.tsx"),
    route("practices/:behaviour/new", "features/development/routes/practice-new.tsx"),
    route("practices/:behaviour/:practiceId", "features/development/routes/practice-edit.tsx"),
  ],
} satisfies FeatureRoutes;
