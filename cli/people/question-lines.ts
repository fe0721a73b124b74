import type { DirectImported } from "~/features/people-import/index.server.ts";

/** What a file leaves open, with the answers that there are. */
export function questionLines(questions: DirectImported["questions"]): string[] {
  return questions.flatMap((question) => {
    switch (question.code) {
      case "encoding":
        return [
          "The file does not say how its letters are written:",
          ...question.readings.map(
            ({ encoding, words }) => `  --encoding ${encoding.padEnd(14)} ${words.join(" ")}`,
          ),
        ];
      case "sheet":
        return [
          "Several sheets may hold people:",
          ...question.sheets.map(
            ({ name, hidden }) => `  --sheet ${JSON.stringify(name)}${hidden ? " (hidden)" : ""}`,
          ),
        ];
      case "hidden-rows": {
        const { rows } = question;
        const shown = rows.slice(0, 20).join(", ");
        return [
          `Hidden rows: ${rows.length} (${shown}${rows.length > 20 ? ", …" : ""})`,
          "  --hidden-rows with      import them as well",
          "  --hidden-rows without   leave them out",
        ];
      }
      case "lists":
        return [
          "The file may list people, or absences alone:",
          "  --lists absences   nobody is added, changed or missing",
          "  --lists people     whoever is not in it is named",
        ];
      default:
        return [];
    }
  });
}
