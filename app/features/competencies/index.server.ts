export {
  keepPastCertificates,
  keepPastTalks,
  type PastTalk,
} from "./ledger/keep-past.server.ts";
export { ownGaps } from "./levels/own-gaps.server.ts";
export { ownNeeds } from "./levels/own-needs.server.ts";
