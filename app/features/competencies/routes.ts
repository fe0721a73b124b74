import { route } from "@react-router/dev/routes";
import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

export default {
  framed: [
    route("levels", "features/competencies/routes/own-levels.ts"),
    route("levels/:personId", "features/competencies/routes/levels.tsx"),
    route("levels/:personId/record", "features/competencies/routes/record-level.tsx"),
    route("levels/:personId/evidence/:evidenceId", "features/competencies/routes/evidence.tsx"),
    route("skills", "features/competencies/routes/skills.tsx"),
    route("skills/cover", "features/competencies/routes/skills-cover.tsx"),
    route("skills/team", "features/competencies/routes/skills-team.tsx"),
    route("skills/needs", "features/competencies/routes/skills-needs.tsx"),
    route("skills/levels.xlsx", "features/competencies/routes/skills-file.ts"),
  ],
} satisfies FeatureRoutes;
