type Asker = { role: "admin" | "member" | "leaver"; personId: string | null };

/** HR runs rounds. It sees who was asked and how many answered, never an answer. */
export function mayRunRounds(actor: Asker): boolean {
  return actor.role === "admin";
}
