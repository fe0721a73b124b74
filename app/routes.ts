import { index, layout, type RouteConfig, route } from "@react-router/dev/routes";

export default [
  index("features/identity/routes/front.tsx"),
  route("sign-in", "features/identity/routes/sign-in.tsx"),
  route("sign-out", "features/identity/routes/sign-out.tsx"),
  route("theme", "features/identity/routes/theme.tsx"),
  route("organisation", "features/identity/routes/organisation.tsx"),
  route("join/:token", "features/identity/routes/join.tsx"),
  route("address/:token", "features/identity/routes/address.tsx"),
  route("welcome", "features/feedback/routes/welcome.tsx"),
  route("dev/gallery", "shell/routes/gallery.tsx"),

  layout("features/identity/routes/frame.tsx", [
    route("home", "features/feedback/routes/home.tsx"),
    route("cycles", "features/feedback/routes/cycles.tsx"),
    route("cycles/new", "features/feedback/routes/cycle-new.tsx"),
    route("cycles/:cycleId", "features/feedback/routes/cycle.tsx"),
    route("cycles/:cycleId/insights", "features/reports/routes/cycle-insights.tsx"),
    route("cycles/:cycleId/close", "features/feedback/routes/cycle-close.tsx"),
    route("cycles/:cycleId/extend", "features/feedback/routes/cycle-extend.tsx"),
    route("cycles/:cycleId/coaches", "features/feedback/routes/cycle-coaches.tsx"),
    route("cycles/:cycleId/letters", "features/feedback/routes/cycle-letters.tsx"),
    route(
      "cycles/:cycleId/participants/:participantId",
      "features/feedback/routes/cycle-participant.tsx",
    ),
    route("cycles/:cycleId/files", "features/reports/routes/cycle-files.tsx"),
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

    route("roles", "features/frameworks/routes/roles.tsx"),
    route("roles/new", "features/frameworks/routes/role-new.tsx"),
    route("roles/:roleId", "features/frameworks/routes/role.tsx"),

    route("people", "features/people/routes/directory.tsx"),
    route("people/tree", "features/people/routes/org-tree.tsx"),
    route("people/import", "features/people/routes/import-start.tsx"),
    route("people/import/:importId", "features/people/routes/import-review.tsx"),
    route("people/addresses", "features/people/routes/addresses.tsx"),
    route("people/:personId", "features/people/routes/person.tsx"),

    route("access", "features/people/routes/access.tsx"),
    route("your-address", "features/identity/routes/your-address.tsx"),

    route("reports", "features/reports/routes/reports.tsx"),
    route("reports/:reportId", "features/reports/routes/report.tsx"),
    route("reports/:reportId/usefulness", "features/reports/routes/report-usefulness.tsx"),
    route("coaching", "features/feedback/routes/coaching.tsx"),
    route("reports/:reportId/share", "features/reports/routes/report-share.tsx"),

    route("outbox", "features/letters/routes/outbox.tsx"),
    route("outbox/:messageId", "features/letters/routes/message.tsx"),
  ]),
  route("cycles/:cycleId/dry-run", "features/feedback/routes/dry-run-export.ts"),
  route("reports/:reportId/pdf", "features/reports/routes/report-pdf.ts"),
  route("reports/:reportId/figures.csv", "features/reports/routes/report-figures-csv.ts"),
  route("reports/:reportId/figures.xlsx", "features/reports/routes/report-figures-xlsx.ts"),
  route("cycles/:cycleId/files/:bundleId", "features/reports/routes/cycle-files-zip.ts"),
  route("people/export", "features/people/routes/directory-export.ts"),
  route("people/import/:importId/rejected", "features/people/routes/import-rejected.ts"),

  route("shared-device", "features/rounds/routes/rater-shared-device.ts"),
  route("language", "features/rounds/routes/rater-language.ts"),
  ...["r/:token", "requests"].flatMap((base) => [
    route(base, "features/rounds/routes/rater-list.tsx", { id: `${base}-list` }),
    route(`${base}/:requestId`, "features/rounds/routes/rater-intro.tsx", {
      id: `${base}-intro`,
    }),
    route(`${base}/:requestId/save`, "features/rounds/routes/rater-save.tsx", {
      id: `${base}-save`,
    }),
    route(`${base}/:requestId/decline`, "features/rounds/routes/rater-decline.tsx", {
      id: `${base}-decline`,
    }),
    route(`${base}/:requestId/hand-over`, "features/rounds/routes/rater-hand-over.tsx", {
      id: `${base}-hand-over`,
    }),
    route(`${base}/:requestId/:part`, "features/rounds/routes/rater-part.tsx", {
      id: `${base}-part`,
    }),
  ]),
] satisfies RouteConfig;
