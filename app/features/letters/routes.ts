import { route } from "@react-router/dev/routes";
import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

export default {
  framed: [
    route("outbox", "features/letters/routes/outbox.tsx"),
    route("outbox/:messageId", "features/letters/routes/message.tsx"),
  ],
} satisfies FeatureRoutes;
