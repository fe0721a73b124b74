import { feature } from "~/platform/feature/feature.server.ts";

export default feature({});
