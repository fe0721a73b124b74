import { route } from "@react-router/dev/routes";
import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

export default {
  bare: [
    route("shared-device", "features/rounds/routes/rater-shared-device.ts"),
    route("rounds/:roundId/preview", "features/rounds/routes/round-preview.tsx"),
    route("language", "features/rounds/routes/rater-language.ts"),
    route("r/:token/information", "features/rounds/routes/rater-information.tsx"),
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
    ...["csv", "xlsx"].map((format) =>
      route(`rounds/:roundId/progress.${format}`, "features/rounds/routes/progress-export.ts", {
        id: `progress-${format}`,
      }),
    ),
  ],
} satisfies FeatureRoutes;
