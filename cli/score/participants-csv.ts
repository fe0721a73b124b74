import { type CsvCell, csvPieces } from "../../app/platform/tables/write-csv.server.ts";
import type { ParticipantScores } from "./participants.ts";

const COLUMNS = [
  "id",
  "raters",
  "ratings",
  "mean",
  "adjusted",
  "sd",
  "lower",
  "upper",
  "reliability",
  "group",
] as const;
const AMOUNT_COLUMNS = ["under", "right", "over", "effectiveness"] as const;

/** participants.csv in pieces. */
export function participantsCsv(participants: ParticipantScores): Generator<string> {
  return csvPieces(rowsOf(participants));
}

function* rowsOf(participants: ParticipantScores): Generator<CsvCell[]> {
  const amounts = participants.count > 0 && participants.at(0).amount !== undefined;
  const named = participants.count > 0 && participants.at(0).name !== undefined;
  yield [...COLUMNS, ...(amounts ? AMOUNT_COLUMNS : []), ...(named ? ["name"] : [])];
  for (let code = 0; code < participants.count; code++) {
    const participant = participants.at(code);
    const { amount } = participant;
    yield [
      ...COLUMNS.map((name) => participant[name]),
      ...(amount ? AMOUNT_COLUMNS.map((name) => amount[name]) : []),
      ...(named ? [participant.name ?? null] : []),
    ];
  }
}
