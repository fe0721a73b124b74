import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

/** It has no address of its own: the page that asks is shown by whoever asks. */
export default {} satisfies FeatureRoutes;
