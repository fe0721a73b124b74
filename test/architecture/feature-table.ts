/** The feature table of the architecture, written a second time so that a slip in the rules shows. */
export const featureTable: Record<string, string> = {
  identity: "",
  people: "identity",
  frameworks: "identity",
  notifications: "identity people",
  surveys: "identity people frameworks notifications",
  learning: "identity people frameworks notifications",
  feedback: "identity people frameworks notifications surveys",
  development: "identity people frameworks feedback learning notifications",
  conversations: "identity people frameworks development notifications",
  insights:
    "identity people frameworks notifications surveys learning feedback development conversations",
};
