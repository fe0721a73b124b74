export {
  activePeople,
  countActivePeople,
  type DirectoryPerson,
  peopleByIds,
} from "./colleague-reads.server.ts";
export { importPeopleFile } from "./import-people-file.server.ts";
export { LARGEST_FILE } from "./reading/file-fault.ts";
export { insertPeople, type NewPerson } from "./store.server.ts";
