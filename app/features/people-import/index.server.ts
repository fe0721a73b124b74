export { type DirectImported, importPeopleFile } from "./import-people-file.server.ts";
export type { FileFault } from "./reading/file-fault.ts";
export { readPeopleFile } from "./reading/read-people-file.server.ts";
