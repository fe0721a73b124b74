export { confirmDomain } from "./domains/check-domain.server.ts";
export { stopDemanding } from "./enforcing/demand-provider.server.ts";
