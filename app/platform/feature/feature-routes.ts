import type { RouteConfigEntry } from "@react-router/dev/routes";

/**
 * The half of a manifest that is read when the application is built: `app/features/<name>/routes.ts`, which imports
 * nothing that only exists in the running application. Files are named from `app/`.
 */
export type FeatureRoutes = {
  /** Pages of someone signed in, within the frame. */
  framed?: readonly RouteConfigEntry[];
  /** Pages with a document of their own, downloads, and what only takes a form. */
  bare?: readonly RouteConfigEntry[];
};
