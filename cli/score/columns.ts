export type Column = (typeof COLUMNS)[number];

/** Where each column stands in the file; -1 for one that isn't there. */
export type Positions = Record<Column, number>;

export type Headers =
  | { ok: true; positions: Positions }
  | { ok: false; missing: Column[]; found: string[] };

const NEEDED = ["participant", "rater", "value"] as const;
const COLUMNS = [...NEEDED, "relationship", "item", "competency"] as const;

/** What files call each column, most telling first; written without spaces, case and punctuation. */
const SYNONYMS: Record<Column, readonly string[]> = {
  participant: words(
    "participant participantid participantname participantemail ratee rateeid rated ratedid ratedperson focus focalperson",
    "focalid subject subjectid target targetid leader leaderid feedbackfor about lecturer instructor teacher employee employeeid person personid",
  ),
  rater: words(
    "rater raterid ratername rateremail ratedby reviewer reviewerid respondent respondentid evaluator assessor assessorid",
    "judge judgeid feedbackfrom feedbackgiver givenby observer student studentid from",
  ),
  value: words("value rating ratingvalue score answer answervalue response points mark y"),
  relationship: words(
    "relationship relation ratertype ratergroup ratercategory raterrelationship ratedas role perspective source",
  ),
  item: words(
    "item itemid itemcode question questionid questioncode statement behaviour behavior indicator",
  ),
  competency: words(
    "competency competencyid competencyname competence dimension scale construct factor category theme",
  ),
};

const MEANINGS = new Map<string, { column: Column; rank: number }>(
  COLUMNS.flatMap((column) =>
    SYNONYMS[column].map((word, rank) => [word, { column, rank }] as const),
  ),
);

function words(...lists: string[]): string[] {
  return lists.flatMap((list) => list.split(" "));
}

/**
 * Finds the columns by their titles. Of two titles for one column the more telling wins, of two equal ones the first.
 */
export function recogniseColumns(titles: readonly string[]): Headers {
  const positions: Positions = {
    participant: -1,
    rater: -1,
    value: -1,
    relationship: -1,
    item: -1,
    competency: -1,
  };
  const ranks = new Map<Column, number>();
  for (const [position, title] of titles.entries()) {
    const meaning = MEANINGS.get(plain(title));
    if (meaning === undefined) continue;
    const { column, rank } = meaning;
    if (rank >= (ranks.get(column) ?? Number.POSITIVE_INFINITY)) continue;
    ranks.set(column, rank);
    positions[column] = position;
  }
  const missing = NEEDED.filter((column) => positions[column] < 0);
  return missing.length > 0
    ? { ok: false, missing, found: titles.map((title) => title.trim()) }
    : { ok: true, positions };
}

function plain(title: string): string {
  return title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
