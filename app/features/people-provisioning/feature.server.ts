import type { Actor } from "~/features/identity/index.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { scimDoor } from "./answering/answer-scim.server.ts";
import { audited } from "./audited.server.ts";
import { departuresForHome } from "./departures-for-home.server.ts";
import { personal } from "./personal.server.ts";
import { mayProvision } from "./policy.ts";

export default feature<Actor>({
  audited,
  personal,
  doors: [scimDoor],
  tasks: departuresForHome,
  abilities: {
    "let an identity provider change people, and decide who leaves by it": mayProvision,
  },
});
