import { route } from "@react-router/dev/routes";
import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

export default {
  framed: [
    route("levels", "features/competencies/routes/own-levels.ts"),
    route("levels/:personId", "features/competencies/routes/levels.tsx"),
    route("levels/:personId/record", "features/competencies/routes/record-level.tsx"),
    route("levels/:personId/evidence/:evidenceId", "features/competencies/routes/evidence.tsx"),
  ],
} satisfies FeatureRoutes;
