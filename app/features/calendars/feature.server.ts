import type { Actor } from "~/features/identity/index.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { audited } from "./audited.server.ts";
import { personal } from "./personal.server.ts";
import { mayHaveCalendar } from "./policy.ts";

export default feature<Actor>({
  audited,
  personal,
  abilities: { "have what is due for them in their own calendar": mayHaveCalendar },
});
