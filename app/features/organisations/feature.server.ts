import type { Actor } from "~/features/identity/index.ts";
import { feature } from "~/platform/feature/feature.server.ts";
import { audited } from "./audited.server.ts";

export default feature<Actor>({ audited });
