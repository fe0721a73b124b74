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
    route("assess", "features/competencies/routes/own-assessments.tsx"),
    route("assess/:sheetId", "features/competencies/routes/sheet.tsx"),
    route("assess/talk/:subjectId", "features/competencies/routes/talk.tsx"),
    route("assessments", "features/competencies/routes/assessments.tsx"),
    route("assessments/new", "features/competencies/routes/assessment-new.tsx"),
    route("assessments/:roundId", "features/competencies/routes/assessment.tsx"),
    route("assessments/:roundId/edit", "features/competencies/routes/assessment-edit.tsx"),
    route("assessments/:roundId/people", "features/competencies/routes/assessment-people.tsx"),
    route(
      "assessments/:roundId/person/:subjectId",
      "features/competencies/routes/assessment-person.tsx",
    ),
    route(
      "assessments/:roundId/calibration",
      "features/competencies/routes/assessment-calibration.tsx",
    ),
    route("assessments/:roundId/extend", "features/competencies/routes/assessment-extend.tsx"),
    route("assessments/:roundId/call-off", "features/competencies/routes/assessment-call-off.tsx"),
  ],
} satisfies FeatureRoutes;
