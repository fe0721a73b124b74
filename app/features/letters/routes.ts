import { route } from "@react-router/dev/routes";
import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

export default {
  framed: [
    route("account/letters", "features/letters/routes/own-letters.tsx"),
    route("outbox", "features/letters/routes/outbox.tsx"),
    route("outbox/:messageId", "features/letters/routes/message.tsx"),
  ],
  bare: [route("letters/without/:token", "features/letters/routes/without-letters.tsx")],
} satisfies FeatureRoutes;
