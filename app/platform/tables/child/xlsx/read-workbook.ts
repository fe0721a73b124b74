import type { Attributes } from "saxen";
import { Unreadable } from "../rows/unreadable.ts";
import { decodeEntities } from "./decode-entities.ts";
import type { Archive } from "./open-archive.ts";
import { readXml } from "./read-xml.ts";

/** Where a workbook keeps what; names of parts. */
export type Workbook = {
  sheets: { name: string; hidden: boolean; part: string }[];
  styles: string;
  sharedStrings: string;
  /** Days count from 1904 instead of 1900. */
  from1904: boolean;
};

const WORKBOOK = "xl/workbook.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";
const KINDS = /^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/.*\/(\w+)$/;
const MOST_SHEETS = 200;

/** @throws Unreadable when this is no workbook. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const relations = await readRelations(archive);
  const partOf = (kind: string) => [...relations.values()].find((each) => each.kind === kind)?.part;
  const sheets: Workbook["sheets"] = [];
  let from1904 = false;
  await readXml(archive.read(WORKBOOK), () => ({
    open: (name, attributes) => {
      if (name === "workbookPr") from1904 = isTrue(attributes().date1904);
      if (name !== "sheet") return;
      const { name: title = "", state } = attributes();
      const relation = relations.get(relationOf(attributes()));
      // Sheets that are nothing but a chart are left out.
      if (relation?.kind === "worksheet") {
        const hidden = state === "hidden" || state === "veryHidden";
        sheets.push({ name: decodeEntities(title), hidden, part: relation.part });
      }
      if (sheets.length > MOST_SHEETS) throw new Unreadable("file-too-much-inside");
    },
  }));
  return {
    sheets,
    styles: partOf("styles") ?? "xl/styles.xml",
    sharedStrings: partOf("sharedStrings") ?? "xl/sharedStrings.xml",
    from1904,
  };
}

async function readRelations(archive: Archive) {
  const relations = new Map<string, { kind: string; part: string }>();
  await readXml(archive.read(RELATIONS), () => ({
    open: (name, attributes) => {
      if (name !== "Relationship") return;
      const { Id = "", Type = "", Target = "" } = attributes();
      const [, kind = ""] = KINDS.exec(Type) ?? [];
      const target = decodeEntities(Target);
      const part = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
      relations.set(decodeEntities(Id), { kind, part });
    },
  }));
  return relations;
}

/** The attribute is "r:id", whatever prefix the file has chosen for it. */
function relationOf(attributes: Attributes): string {
  const name = Object.keys(attributes).find((each) => /^\w+:id$/.test(each));
  return decodeEntities((name && attributes[name]) ?? "");
}

export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
