export { DAYS_GOOD } from "./domain/days-good.ts";
