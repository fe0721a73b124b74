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
/**
 * The writer keeps its texts in an object, and so loses those that are names of what every object has, such as
 * "constructor". Their cells say their text themselves.
 */
export const everyText: Feature = {
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transform: (content) => content.split(CELL).map(saidAgain).join(CELL),
      },
    },
  },
};

const CELL = "<c ";
/** A cell's place in the list of texts stands between these. */
const [PLACE, PLACE_ENDS] = ["><v>", "</v></c>"];

/** What stands after the beginning of a cell, with its text where the writer lost that. */
function saidAgain(cell: string): string {
  const [attributes = "", rest = ""] = splitAt(cell, PLACE);
  const [found = "", after = ""] = splitAt(rest, PLACE_ENDS);
  const name = LOST.get(found);
  if (name === undefined || !attributes.includes('t="s"')) return cell;
  return `${attributes.replace('t="s"', 't="inlineStr"')}><is><t>${name}</t></is></c>${after}`;
}

function splitAt(text: string, mark: string): [string, string] | [] {
  const at = text.indexOf(mark);
  return at < 0 ? [] : [text.slice(0, at), text.slice(at + mark.length)];
}
