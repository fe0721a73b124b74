export { type ToldCount, toldCount } from "./proof/told-count.ts";
