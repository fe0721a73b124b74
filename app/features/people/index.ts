export type { DirectoryPerson } from "./colleague-reads.server.ts";
