import { feature } from "~/platform/feature/feature.server.ts";
import { forgetOldTries } from "./forget-old-tries.server.ts";

export default feature({
  clock: { everywhere: forgetOldTries },
});
