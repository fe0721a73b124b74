import { type Actor, mayAdminister } from "~/features/identity/index.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { LARGEST_UPLOAD } from "~/platform/http/largest-upload.ts";
import { audited } from "./audited.server.ts";
import {
  mayKeepFrameworks,
  mayKeepRoleProfiles,
  mayReadFrameworks,
  mayReadRolesOf,
} from "./policy.ts";
import { personal } from "./roles/personal.server.ts";
import { publishSampleFramework } from "./sample.server.ts";
import { searchFrameworks } from "./search-frameworks.server.ts";

export default feature<Actor>({
  audited,
  personal,
  uploads: [
    { path: "/frameworks/import", largest: LARGEST_UPLOAD },
    { path: "/frameworks/:frameworkId/draft/pillar", largest: LARGEST_UPLOAD },
    { path: "/roles/import", largest: LARGEST_UPLOAD },
  ],
  navigation: [
    {
      href: "/frameworks",
      label: "frameworks:own.place",
      icon: "framework",
      at: 11,
      secondary: true,
      shownTo: mayReadFrameworks,
    },
    {
      href: "/roles",
      label: "frameworks:place",
      icon: "framework",
      at: 10,
      secondary: true,
      shownTo: mayAdminister,
    },
  ],
  search: searchFrameworks,
  sample: publishSampleFramework,
  abilities: {
    "say what a role needs": mayKeepRoleProfiles,
    "see which roles somebody has: their own": (actor) =>
      actor.personId !== null && mayReadRolesOf(actor, actor.personId),
    "see which roles somebody has: of others": (actor) => mayReadRolesOf(actor, null),
    "make, change and publish frameworks": mayKeepFrameworks,
    "read published frameworks": mayReadFrameworks,
  },
});
