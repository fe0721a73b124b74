export { ownGaps } from "./levels/own-gaps.server.ts";
