import { route } from "@react-router/dev/routes";
import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

export default {
  framed: [route("account/calendar", "features/calendars/routes/own-calendar.tsx")],
  bare: [route("calendar/:file", "features/calendars/routes/calendar-feed.ts")],
} satisfies FeatureRoutes;
