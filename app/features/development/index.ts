export { mayHavePlan } from "./policy.ts";
