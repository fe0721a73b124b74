import { route } from "@react-router/dev/routes";
import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

export default {
  framed: [
    route("away-test", "features/pulses/routes/away-test.tsx"),
    route("away-test/:awayId", "features/pulses/routes/away-read.tsx"),
    route("follow-through/change", "features/pulses/routes/change.tsx"),
    route("plan/announce", "features/pulses/routes/announce.tsx"),
    route("plan/pulse", "features/pulses/routes/pulse.tsx"),
    route("plan/pulse/:pulseId", "features/pulses/routes/pulse-read.tsx"),
    route("plan/suggestions/:suggestionsId", "features/pulses/routes/suggestions.tsx"),
    route("pulses", "features/pulses/routes/pulses.tsx"),
    route("pulses/:roundId", "features/pulses/routes/pulse-run.tsx"),
  ],
} satisfies FeatureRoutes;
