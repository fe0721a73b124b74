export { confirmDomain } from "./domains/check-domain.server.ts";
export { withdrawDomain } from "./domains/withdraw-domain.server.ts";
export { stopDemanding } from "./enforcing/demand-provider.server.ts";
