export { mayRunRounds } from "./policy.ts";
