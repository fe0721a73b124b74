export { tableLevels } from "../levels/table-levels.server.ts";
