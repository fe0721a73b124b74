import { route } from "@react-router/dev/routes";
import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

export default {
  framed: [
    route("access/sign-on", "features/single-sign-on/routes/sign-on.tsx"),
    route("access/sign-on/new", "features/single-sign-on/routes/provider-new.tsx"),
    route("access/sign-on/new-saml", "features/single-sign-on/routes/provider-new-saml.tsx"),
    route("access/sign-on/links", "features/single-sign-on/routes/links.tsx"),
    route("access/sign-on/:providerId", "features/single-sign-on/routes/provider.tsx"),
  ],
  bare: [
    route("sign-in/organisation", "features/single-sign-on/routes/find-organisation.tsx"),
    route("sign-in/organisation/:organisationId", "features/single-sign-on/routes/start.tsx"),
    route(
      "sign-in/organisation/:organisationId/finish",
      "features/single-sign-on/routes/finish.tsx",
    ),
    route(
      "sign-in/organisation/:organisationId/return",
      "features/single-sign-on/routes/return.tsx",
    ),
    route(
      "sign-in/organisation/:organisationId/:providerId",
      "features/single-sign-on/routes/leave.tsx",
    ),
    route("sign-in/again", "features/single-sign-on/routes/again.tsx"),
  ],
} satisfies FeatureRoutes;
