export { type LevelsOfPeople, levelsOfPeople } from "./levels/levels-of-people.server.ts";
