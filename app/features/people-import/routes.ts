import { route } from "@react-router/dev/routes";
import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

export default {
  framed: [
    route("people/import", "features/people-import/routes/import-start.tsx"),
    route("people/import/:importId", "features/people-import/routes/import-review.tsx"),
  ],
  bare: [
    route("people/import/template", "features/people-import/routes/import-template.ts"),
    route("people/import/:importId/rejected", "features/people-import/routes/import-rejected.ts"),
  ],
} satisfies FeatureRoutes;
