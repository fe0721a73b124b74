export { addExternalPerson, type ExternalPersonOutcome } from "./add-external-person.server.ts";
export { peopleByIdentifiers } from "./audience/identifier-reads.server.ts";
export {
  activePeople,
  countActivePeople,
  type DirectoryPerson,
  peopleByAddress,
  peopleByIds,
  reportsOf,
} from "./colleague-reads.server.ts";
export { directoryWords, teamWords } from "./directory/name-reads.server.ts";
export { holderOfAddress } from "./external-store.server.ts";
export { importPeopleFile } from "./import-people-file.server.ts";
export type { FileFault } from "./reading/file-fault.ts";
export { readPeopleFile } from "./reading/read-people-file.server.ts";
export { directory } from "./standing-reads.server.ts";
export { insertPeople, type NewPerson } from "./store.server.ts";
export { organisationZone, todayWhere, zoneOf } from "./zone-reads.server.ts";
