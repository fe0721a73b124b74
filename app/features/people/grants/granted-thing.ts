/** Something a person may give others to read, in the word of the feature it belongs to: { kind: "report", id }. */
export type GrantedThing = { kind: string; id: string };
