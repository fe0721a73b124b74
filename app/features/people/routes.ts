import { route } from "@react-router/dev/routes";
import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

export default {
  framed: [
    route("people", "features/people/routes/directory.tsx"),
    route("people/tree", "features/people/routes/org-tree.tsx"),
    route("people/addresses", "features/people/routes/addresses.tsx"),
    route("people/together", "features/people/routes/people-together.tsx"),
    route("people/new", "features/people/routes/person-new.tsx"),
    route("people/:personId", "features/people/routes/person.tsx"),
    route("people/:personId/edit", "features/people/routes/person-edit.tsx"),
    route("people/:personId/leaving", "features/people/routes/person-leaving.tsx"),
    route("people/:personId/merge", "features/people/routes/person-merge.tsx"),
    route("people/:personId/erase", "features/people/routes/person-erase.tsx"),
    route("people/:personId/history", "features/people/routes/person-history.tsx"),
    route("people/:personId/times", "features/people/routes/person-times.tsx"),
    route("account/profile", "features/people/routes/own-profile.tsx"),
    route("access", "features/people/routes/access.tsx"),
    route("access/units", "features/people/routes/access-units.tsx"),
  ],
  bare: [
    route("people/names", "features/people/routes/person-names.ts"),
    route("people/:personId/joining-link", "features/people/routes/person-joining-link.ts"),
    route("people/export", "features/people/routes/directory-export.ts"),
  ],
} satisfies FeatureRoutes;
