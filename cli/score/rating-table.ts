import type { Positions } from "./columns.ts";
import { GrowingCodes, GrowingValues } from "./growing.ts";
import { type Names, Numbering } from "./numbering.ts";
import type { Scale } from "./scale.ts";

/** A column of names: `codes[i]` is the place in `names` of row i's, or -1 where the cell is blank. */
export interface Labels {
  names: Names;
  codes: Int32Array;
}

/** Every rating that can be used, column by column. */
export interface RatingTable {
  values: Float64Array;
  participant: Labels;
  rater: Labels;
  relationship: Labels | null;
  item: Labels | null;
  competency: Labels | null;
}

export type RowFault =
  | "participant-missing"
  | "rater-missing"
  | "relationship-missing"
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
  /** The first few bad rows. */
  shown: BadRow[];
}

const SHOWN = 10;
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const UNANSWERED = new Set(["", "na", "n/a", "nan", "null", "."]);

interface Options {
  scale: Scale | null;
  /** Whether 3,5 means three and a half. */
  decimalComma: boolean;
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
  readonly #options: Options;
  readonly #shown: BadRow[] = [];
  #rows = 0;
  #unanswered = 0;
  #bad = 0;

  constructor(positions: Positions, options: Options) {
    this.#at = positions;
    this.#options = options;
    this.#relationship = positions.relationship < 0 ? null : new LabelColumn();
    this.#item = positions.item < 0 ? null : new LabelColumn();
    this.#competency = positions.competency < 0 ? null : new LabelColumn();
  }

  /** `line` is where the row ends in the file, counted from 1. */
  add(cells: readonly string[], line: number): void {
    this.#rows++;
    const text = cells[this.#at.value]?.trim() ?? "";
    const participant = cells[this.#at.participant]?.trim() ?? "";
    const rater = cells[this.#at.rater]?.trim() ?? "";
    const relationship = cells[this.#at.relationship]?.trim() ?? "";
    const value = this.#faultOf(participant, rater, relationship) ?? this.#valueOf(text);
    if (typeof value !== "number") {
      if (value === "unanswered") this.#unanswered++;
      else this.#reject(line, value, text);
      return;
    }
    this.#values.push(value);
    this.#participant.push(participant);
    this.#rater.push(rater);
    this.#relationship?.push(relationship, relationship.toLowerCase());
    this.#item?.push(cells[this.#at.item]?.trim() ?? "");
    this.#competency?.push(cells[this.#at.competency]?.trim() ?? "");
  }

  done(): Reading {
    return {
      table: {
        values: this.#values.done(),
        participant: this.#participant.done(),
        rater: this.#rater.done(),
        relationship: this.#relationship?.done() ?? null,
        item: this.#item?.done() ?? null,
        competency: this.#competency?.done() ?? null,
      },
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

  #valueOf(text: string): number | RowFault | "unanswered" {
    if (text.length < 5 && UNANSWERED.has(text.toLowerCase())) return "unanswered";
    const { scale, decimalComma } = this.#options;
    const plain = (decimalComma ? text.replace(",", ".") : text).replace("−", "-");
    if (!NUMBER.test(plain)) return "not-a-number";
    const value = Number(plain);
    if (!Number.isFinite(value)) return "not-a-number";
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

  push(name: string, key = name): void {
    this.#codes.push(name === "" ? -1 : this.#numbering.of(name, key));
  }

  done(): Labels {
    return { names: this.#numbering.done(), codes: this.#codes.done() };
  }
}
