import type writeWorkbook from "write-excel-file/node";

type Options = NonNullable<Parameters<typeof writeWorkbook>[1]>;
type Feature = NonNullable<Options["features"]>[number];

/** What the writer finds under such a text instead of its place in the list of texts, and writes. */
const LOST = new Map(
  Object.getOwnPropertyNames(Object.prototype).map((name) => {
    const found: unknown = Reflect.get({}, name);
    return [String(found), name];
  }),
);
/** A cell of text with something else than the number of a text. */
const LOST_CELL = /<c ([^>]*)t="s"([^>]*)><v>([^<]*[^<0-9][^<]*)<\/v><\/c>/g;

/**
 * The writer keeps its texts in an object, and so loses those that are names of what every object has, such as
 * "constructor". Their cells say their text themselves.
 */
export const everyText: Feature = {
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transform: (content) =>
          content.replaceAll(LOST_CELL, (whole, before: string, after: string, found: string) => {
            const name = LOST.get(found);
            if (name === undefined) return whole;
            return `<c ${before}t="inlineStr"${after}><is><t>${name}</t></is></c>`;
          }),
      },
    },
  },
};
