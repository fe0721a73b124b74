export { type OwnGap, ownGaps } from "./levels/own-gaps.server.ts";
