import { index, layout, type RouteConfig, route } from "@react-router/dev/routes";

export default [
  index("features/identity/routes/front.tsx"),
  route("sign-in", "features/identity/routes/sign-in.tsx"),
  route("sign-out", "features/identity/routes/sign-out.tsx"),
  route("theme", "features/identity/routes/theme.tsx"),
  route("organisation", "features/identity/routes/organisation.tsx"),
  route("join/:token", "features/identity/routes/join.tsx"),
  route("welcome", "features/feedback/routes/welcome.tsx"),
  route("dev/gallery", "shell/routes/gallery.tsx"),

  layout("features/identity/routes/frame.tsx", [
    route("home", "features/feedback/routes/home.tsx"),
    route("cycles", "features/feedback/routes/cycles.tsx"),
    route("cycles/new", "features/feedback/routes/cycle-new.tsx"),
    route("cycles/:cycleId", "features/feedback/routes/cycle.tsx"),
    route("cycles/:cycleId/close", "features/feedback/routes/cycle-close.tsx"),
    route("cycles/:cycleId/setup", "features/feedback/routes/cycle-setup.tsx", [
      route("details", "features/feedback/routes/cycle-setup-details.tsx"),
      route("participants", "features/feedback/routes/cycle-setup-participants.tsx"),
      route("raters", "features/feedback/routes/cycle-setup-raters.tsx"),
      route("dates", "features/feedback/routes/cycle-setup-dates.tsx"),
      route("invitation", "features/feedback/routes/cycle-setup-invitation.tsx"),
      route("review", "features/feedback/routes/cycle-setup-review.tsx"),
    ]),
    route("nominations/:participantId", "features/feedback/routes/nomination.tsx"),

    route("people", "features/people/routes/directory.tsx"),
    route("people/tree", "features/people/routes/org-tree.tsx"),
    route("people/import", "features/people/routes/import-start.tsx"),
    route("people/import/:importId", "features/people/routes/import-review.tsx"),
    route("people/:personId", "features/people/routes/person.tsx"),

    route("reports", "features/feedback/routes/reports.tsx"),
    route("reports/:reportId", "features/feedback/routes/report.tsx"),

    route("outbox", "features/notifications/routes/outbox.tsx"),
    route("outbox/:messageId", "features/notifications/routes/message.tsx"),
  ]),
  route("people/export", "features/people/routes/directory-export.ts"),
  route("people/import/:importId/rejected", "features/people/routes/import-rejected.ts"),

  ...["r/:token", "requests"].flatMap((base) => [
    route(base, "features/feedback/routes/rater-list.tsx", { id: `${base}-list` }),
    route(`${base}/:requestId`, "features/feedback/routes/rater-intro.tsx", {
      id: `${base}-intro`,
    }),
    route(`${base}/:requestId/save`, "features/feedback/routes/rater-save.tsx", {
      id: `${base}-save`,
    }),
    route(`${base}/:requestId/:part`, "features/feedback/routes/rater-part.tsx", {
      id: `${base}-part`,
    }),
  ]),
] satisfies RouteConfig;
