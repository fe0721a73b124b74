import { type Actor, mayAdminister } from "~/features/identity/index.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { audited } from "./audited.server.ts";
import { mayKeepFrameworks, mayKeepRoleProfiles, mayReadFrameworks } from "./policy.ts";
import { searchRoles } from "./search-roles.server.ts";

export default feature<Actor>({
  audited,
  navigation: [
    {
      href: "/roles",
      label: "frameworks:place",
      icon: "framework",
      at: 10,
      secondary: true,
      shownTo: mayAdminister,
    },
  ],
  search: searchRoles,
  abilities: {
    "say what a role needs": mayKeepRoleProfiles,
    "make, change and publish frameworks": mayKeepFrameworks,
    "read published frameworks": mayReadFrameworks,
  },
});
