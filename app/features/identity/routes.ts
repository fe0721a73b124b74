import { index, route } from "@react-router/dev/routes";
import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

export default {
  framed: [route("your-address", "features/identity/routes/your-address.tsx")],
  bare: [
    index("features/identity/routes/front.tsx"),
    route("sign-in", "features/identity/routes/sign-in.tsx"),
    route("sign-out", "features/identity/routes/sign-out.tsx"),
    route("theme", "features/identity/routes/theme.tsx"),
    route("organisation", "features/identity/routes/organisation.tsx"),
    route("join/:token", "features/identity/routes/join.tsx"),
    route("address/:token", "features/identity/routes/address.tsx"),
  ],
} satisfies FeatureRoutes;
