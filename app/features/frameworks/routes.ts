import { route } from "@react-router/dev/routes";
import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

export default {
  framed: [
    route("frameworks", "features/frameworks/routes/frameworks.tsx"),
    route("frameworks/import", "features/frameworks/routes/framework-import.tsx"),
    route("frameworks/built-in", "features/frameworks/routes/built-in-framework.tsx"),
    route("frameworks/built-in/:competency", "features/frameworks/routes/built-in-competency.tsx"),
    route("frameworks/:frameworkId", "features/frameworks/routes/framework.tsx"),
    route("frameworks/:frameworkId/competency", "features/frameworks/routes/competency.tsx"),
    route("frameworks/:frameworkId/changes", "features/frameworks/routes/version-changes.tsx"),
    route("frameworks/:frameworkId/draft", "features/frameworks/routes/framework-draft.tsx"),
    route(
      "frameworks/:frameworkId/draft/competency",
      "features/frameworks/routes/draft-competency.tsx",
    ),
    route("frameworks/:frameworkId/draft/pillar", "features/frameworks/routes/draft-pillar.tsx"),
    route("frameworks/:frameworkId/draft/group", "features/frameworks/routes/draft-group.tsx"),
    route("roles", "features/frameworks/routes/roles.tsx"),
    route("roles/new", "features/frameworks/routes/role-new.tsx"),
    route("roles/ready", "features/frameworks/routes/roles-ready.tsx"),
    route("roles/import", "features/frameworks/routes/roles-import.tsx"),
    route("roles/:roleId", "features/frameworks/routes/role.tsx"),
    route("roles/:roleId/edit", "features/frameworks/routes/role-edit.tsx"),
  ],
  bare: [
    route("roles/export/:format", "features/frameworks/routes/roles-export.ts"),
    route("roles/look", "features/frameworks/routes/roles-look.ts"),
    route(
      "frameworks/:frameworkId/export/:format",
      "features/frameworks/routes/framework-export.ts",
    ),
  ],
} satisfies FeatureRoutes;
