export { ownAreas } from "./practice/practice-source.server.ts";
export { settlePractised, unsafePractisedAsTold } from "./proof/practised-as-told.server.ts";
