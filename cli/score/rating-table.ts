import { type Collapsed, collapseRepeats } from "./collapse-repeats.ts";
import type { Positions } from "./columns.ts";
import { GrowingCodes, GrowingValues } from "./growing.ts";
import { isNobody, labelKey } from "./label-key.ts";
import { Numbering } from "./numbering.ts";
import { ratingValue } from "./rating-value.ts";
import type { Labels, RatingTable } from "./ratings.ts";
import type { Scale } from "./scale.ts";

export type RowFault =
  | "participant-missing"
  | "rater-missing"
  | "relationship-missing"
  | "too-many-cells"
  | "not-a-number"
  | "off-scale";

export interface BadRow {
  line: number;
  fault: RowFault;
  /** What the value cell held. */
  value: string;
}

export interface Reading {
  table: RatingTable;
  rows: number;
  /** Rows without a value: questions that a rater left out. */
  unanswered: number;
  bad: number;
  /** Of `unanswered`: values that were said to mean none. */
  missing: number;
  /** Ratings that repeat another and count with it once, and how many then stand for several. */
  repeats: Pick<Collapsed, "repeats" | "repeated">;
  /** Raters' names that hide who it is, with how many participants each rated. */
  nobody: { name: string; participants: number; ratings: number }[];
  /** Participants whose name is another in another row. */
  renamed: number;
  /** The first few bad rows. */
  shown: BadRow[];
}

const SHOWN = 10;

export interface BuilderOptions {
  scale: Scale | null;
  /** Whether 3,5 means three and a half. */
  decimalComma: boolean;
  /** Values that mean no answer. */
  missing: ReadonlySet<number>;
  /** Whether a rater without a name is one person, or another one in every row. */
  anonymous: "one" | "each" | null;
}

/** Takes rows one by one and keeps the ratings as numbers, so that tens of millions fit in memory. */
export class RatingTableBuilder {
  readonly #values = new GrowingValues();
  readonly #participant = new LabelColumn();
  readonly #rater = new LabelColumn();
  readonly #relationship: LabelColumn | null;
  readonly #item: LabelColumn | null;
  readonly #competency: LabelColumn | null;
  readonly #at: Positions;
  readonly #options: BuilderOptions;
  readonly #shown: BadRow[] = [];
  readonly #wave: LabelColumn | null;
  readonly #names: string[] | null;
  readonly #nobody = new Map<string, Set<string>>();
  readonly #nobodyRatings = new Map<string, number>();
  #renamed = new Set<number>();
  #missing = 0;
  #rows = 0;
  #unanswered = 0;
  #bad = 0;

  constructor(positions: Positions, options: BuilderOptions) {
    this.#at = positions;
    this.#options = options;
    this.#relationship = positions.relationship < 0 ? null : new LabelColumn();
    this.#item = positions.item < 0 ? null : new LabelColumn();
    this.#wave = positions.wave < 0 ? null : new LabelColumn();
    this.#names = positions.participantName < 0 ? null : [];
    this.#competency = positions.competency < 0 ? null : new LabelColumn();
  }

  /** `line` is where the row ends in the file, counted from 1. */
  add(cells: readonly string[], line: number): void {
    this.#rows++;
    const text = cells[this.#at.value]?.trim() ?? "";
    const participant = cells[this.#at.participant]?.trim() ?? "";
    const rater = this.#raterIn(cells[this.#at.rater]?.trim() ?? "", participant);
    const relationship = cells[this.#at.relationship]?.trim() ?? "";
    const value = this.#faultOf(participant, rater, relationship) ?? this.#valueOf(text);
    if (typeof value !== "number") {
      if (value === "unanswered") this.#unanswered++;
      else this.#reject(line, value, text);
      return;
    }
    this.#values.push(value);
    const code = this.#participant.push(participant, labelKey(participant));
    if (this.#names) this.#name(code, cells[this.#at.participantName]?.trim() ?? "");
    this.#rater.push(rater, labelKey(rater));
    this.#wave?.push(cells[this.#at.wave]?.trim() ?? "");
    this.#relationship?.push(relationship, relationship.toLowerCase());
    this.#item?.push(cells[this.#at.item]?.trim() ?? "");
    this.#competency?.push(cells[this.#at.competency]?.trim() ?? "");
  }

  /** A row that can't be told apart: it has more cells than there are titles. */
  addTooLong(line: number): void {
    this.#rows++;
    this.#reject(line, "too-many-cells", "");
  }

  done(): Reading {
    const { table, ...repeats } = collapseRepeats(
      {
        values: this.#values.done(),
        participant: this.#participant.done(),
        participantNames: this.#names,
        rater: this.#rater.done(),
        relationship: this.#relationship?.done() ?? null,
        item: this.#item?.done() ?? null,
        competency: this.#competency?.done() ?? null,
      },
      this.#wave?.done().codes ?? null,
    );
    return {
      table,
      repeats,
      missing: this.#missing,
      renamed: this.#renamed.size,
      nobody: [...this.#nobody].map(([name, { size }]) => ({
        name,
        participants: size,
        ratings: this.#nobodyRatings.get(name) ?? 0,
      })),
      rows: this.#rows,
      unanswered: this.#unanswered,
      bad: this.#bad,
      shown: this.#shown,
    };
  }

  #faultOf(participant: string, rater: string, relationship: string): RowFault | null {
    if (participant === "") return "participant-missing";
    if (rater === "") return "rater-missing";
    return this.#relationship !== null && relationship === "" ? "relationship-missing" : null;
  }

  /** A rater without a name is another person in every row, if that was said. */
  #raterIn(rater: string, participant: string): string {
    if (rater === "" || !isNobody(rater)) return rater;
    if (this.#options.anonymous === "each") return `${rater} ${this.#rows}`;
    const rated = this.#nobody.get(rater);
    if (rated) rated.add(participant);
    else this.#nobody.set(rater, new Set([participant]));
    this.#nobodyRatings.set(rater, (this.#nobodyRatings.get(rater) ?? 0) + 1);
    return rater;
  }

  #name(code: number, name: string): void {
    if (!this.#names || name === "") return;
    const known = this.#names[code];
    if (known === undefined) this.#names[code] = name;
    else if (labelKey(known).toLowerCase() !== labelKey(name).toLowerCase())
      this.#renamed.add(code);
  }

  #valueOf(text: string): number | RowFault | "unanswered" {
    const { scale, decimalComma, missing } = this.#options;
    const value = ratingValue(text, decimalComma);
    if (value === null) return "not-a-number";
    if (value === "unanswered") return value;
    if (missing.has(value)) {
      this.#missing++;
      return "unanswered";
    }
    return scale !== null && (value < scale.low || value > scale.high) ? "off-scale" : value;
  }

  #reject(line: number, fault: RowFault, value: string): void {
    this.#bad++;
    if (this.#shown.length < SHOWN) this.#shown.push({ line, fault, value });
  }
}

class LabelColumn {
  readonly #numbering = new Numbering();
  readonly #codes = new GrowingCodes();

  /** @returns the name's code. */
  push(name: string, key = name): number {
    const code = name === "" ? -1 : this.#numbering.of(name, key);
    this.#codes.push(code);
    return code;
  }

  done(): Labels {
    return { names: this.#numbering.done(), codes: this.#codes.done() };
  }
}
