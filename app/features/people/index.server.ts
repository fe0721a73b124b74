export {
  activePeople,
  countActivePeople,
  type DirectoryPerson,
  directReportsOf,
  listManagers,
  peopleByIds,
} from "./colleague-reads.server.ts";
export { insertPeople, type NewPerson } from "./store.server.ts";
