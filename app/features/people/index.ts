export type { DirectoryPerson } from "./colleague-reads.server.ts";
export { displayName } from "./domain/display-name.ts";
export type { PersonFacts, PersonField, PersonStatus } from "./domain/person.ts";
