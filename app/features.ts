/**
 * The only list of features, from the ground up: each with where the server finds its manifest. What the build needs of
 * one stands beside that in `routes.ts`, and its texts in `texts/`. Everything that shows or does something of every
 * feature goes by this list.
 */
export const features = {
  identity: () => import("./features/identity/feature.server.ts"),
  people: () => import("./features/people/feature.server.ts"),
  frameworks: () => import("./features/frameworks/feature.server.ts"),
  branding: () => import("./features/branding/feature.server.ts"),
  "people-import": () => import("./features/people-import/feature.server.ts"),
  "people-provisioning": () => import("./features/people-provisioning/feature.server.ts"),
  letters: () => import("./features/letters/feature.server.ts"),
  calendars: () => import("./features/calendars/feature.server.ts"),
  "single-sign-on": () => import("./features/single-sign-on/feature.server.ts"),
  questionnaires: () => import("./features/questionnaires/feature.server.ts"),
  rounds: () => import("./features/rounds/feature.server.ts"),
  competencies: () => import("./features/competencies/feature.server.ts"),
  reports: () => import("./features/reports/feature.server.ts"),
  feedback: () => import("./features/feedback/feature.server.ts"),
  checks: () => import("./features/checks/feature.server.ts"),
  guide: () => import("./features/guide/feature.server.ts"),
  development: () => import("./features/development/feature.server.ts"),
  pulses: () => import("./features/pulses/feature.server.ts"),
  privacy: () => import("./features/privacy/feature.server.ts"),
  organisations: () => import("./features/organisations/feature.server.ts"),
};
