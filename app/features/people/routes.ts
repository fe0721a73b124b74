import { route } from "@react-router/dev/routes";
import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

export default {
  framed: [
    route("people", "features/people/routes/directory.tsx"),
    route("people/tree", "features/people/routes/org-tree.tsx"),
    route("people/import", "features/people/routes/import-start.tsx"),
    route("people/import/:importId", "features/people/routes/import-review.tsx"),
    route("people/addresses", "features/people/routes/addresses.tsx"),
    route("people/:personId", "features/people/routes/person.tsx"),
    route("access", "features/people/routes/access.tsx"),
  ],
  bare: [
    route("people/export", "features/people/routes/directory-export.ts"),
    route("people/import/:importId/rejected", "features/people/routes/import-rejected.ts"),
  ],
} satisfies FeatureRoutes;
