export { ownAreas } from "./practice/practice-source.server.ts";
