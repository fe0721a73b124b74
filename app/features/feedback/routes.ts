import { route } from "@react-router/dev/routes";
import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

export default {
  framed: [
    route("cycles", "features/feedback/routes/cycles.tsx"),
    route("cycles/new", "features/feedback/routes/cycle-new.tsx"),
    route("cycles/:cycleId", "features/feedback/routes/cycle.tsx"),
    route("cycles/:cycleId/close", "features/feedback/routes/cycle-close.tsx"),
    route("cycles/:cycleId/call-off", "features/feedback/routes/cycle-call-off.tsx"),
    route("cycles/:cycleId/delete", "features/feedback/routes/cycle-delete.tsx"),
    route("cycles/:cycleId/extend", "features/feedback/routes/cycle-extend.tsx"),
    route("cycles/:cycleId/coaches", "features/feedback/routes/cycle-coaches.tsx"),
    route("cycles/:cycleId/coaches/:coachId", "features/feedback/routes/cycle-coached.tsx"),
    route("cycles/:cycleId/letters", "features/feedback/routes/cycle-letters.tsx"),
    route("cycles/:cycleId/letters/test", "features/feedback/routes/letter-test.ts"),
    route(
      "cycles/:cycleId/participants/:participantId",
      "features/feedback/routes/cycle-participant.tsx",
    ),
    route("cycles/:cycleId/copy", "features/feedback/routes/cycle-copy.tsx"),
    route("cycles/:cycleId/setup", "features/feedback/routes/cycle-setup.tsx", [
      route("details", "features/feedback/routes/cycle-setup-details.tsx"),
      route("participants", "features/feedback/routes/cycle-setup-participants.tsx"),
      route("participants/list", "features/feedback/routes/cycle-setup-list.tsx"),
      route("participants/file", "features/feedback/routes/cycle-setup-file.tsx"),
      route("participants/file/:fileId", "features/feedback/routes/cycle-setup-file-review.tsx"),
      route("raters", "features/feedback/routes/cycle-setup-raters.tsx"),
      route("dates", "features/feedback/routes/cycle-setup-dates.tsx"),
      route("invitation", "features/feedback/routes/cycle-setup-invitation.tsx"),
      route("review", "features/feedback/routes/cycle-setup-review.tsx"),
      route("review/dry-run", "features/feedback/routes/cycle-setup-dry-run.tsx"),
    ]),
    route("nominations/:participantId", "features/feedback/routes/nomination.tsx"),
    route("approvals", "features/feedback/routes/approvals.tsx"),
    route("coaching", "features/feedback/routes/coaching.tsx"),
  ],
  bare: [route("cycles/:cycleId/dry-run", "features/feedback/routes/dry-run-export.ts")],
} satisfies FeatureRoutes;
