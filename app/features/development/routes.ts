import { route } from "@react-router/dev/routes";
import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

export default {
  framed: [
    route("charter", "features/development/routes/charter.tsx"),
    route("charter/edit", "features/development/routes/charter-edit.tsx"),
    route("charters", "features/development/routes/charters.tsx"),
    route("charters/:charterId", "features/development/routes/charter-read.tsx"),
    route("plan", "features/development/routes/plan.tsx"),
    route("plan/areas/new", "features/development/routes/area-new.tsx"),
    route("plan/areas/:areaId", "features/development/routes/area-edit.tsx"),
    route("plan/areas/:areaId/action", "features/development/routes/action-new.tsx"),
    route("plan/actions/:actionId", "features/development/routes/action-edit.tsx"),
    route("plan/decisions", "features/development/routes/decisions.tsx"),
    route("plan/decisions/new", "features/development/routes/decision-new.tsx"),
    route("plan/decisions/:decisionId", "features/development/routes/decision-edit.tsx"),
    route("plan/practice", "features/development/routes/practising.tsx"),
    route("plan/practice/new", "features/development/routes/practising-new.tsx"),
    route("plan/practice/edit", "features/development/routes/practising-edit.tsx"),
    route("plan/share", "features/development/routes/plan-share.tsx"),
    route("plan/starters", "features/development/routes/starters.tsx"),
    route("plan/starters/:set", "features/development/routes/starter.tsx"),
    route("plans", "features/development/routes/plans.tsx"),
    route("plans/:planId", "features/development/routes/plan-read.tsx"),
    route("plans/:planId/pdf", "features/development/routes/plan-pdf.ts"),
    route("practices", "features/development/routes/practices.tsx"),
    route("practices/:behaviour", "features/development/routes/practices-for.tsx"),
    route("practices/:behaviour/new", "features/development/routes/practice-new.tsx"),
    route("practices/:behaviour/:practiceId", "features/development/routes/practice-edit.tsx"),
  ],
  bare: [
    route("nudges/:token", "features/development/routes/nudge.tsx"),
    route("blank/charter", "features/development/routes/blank-charter.tsx"),
    route("blank/plan", "features/development/routes/blank-plan.tsx"),
  ],
} satisfies FeatureRoutes;
