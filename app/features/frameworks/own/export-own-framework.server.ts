import { v5 } from "uuid";
import { csvResponse } from "~/platform/tables/write-csv.server.ts";
import { xlsxResponse } from "~/platform/tables/write-xlsx.server.ts";
import { type ExportFormat, isUuid } from "../domain/exchange/losses.ts";
import { toCase } from "../domain/exchange/write-case.ts";
import { tableHeader, toTable } from "../domain/exchange/write-table.ts";
import type { OwnFramework } from "../domain/own/own-framework.ts";

/** A framework as a file to keep, in one of the formats; `id` is its own, `name` the file's without ending. */
export async function exportOwnFramework(
  framework: OwnFramework,
  format: ExportFormat,
  { id, name, publishedOn }: { id: string; name: string; publishedOn: string },
): Promise<Response> {
  switch (format) {
    case "csv":
      return csvResponse(name, [tableHeader, ...toTable(framework)]);
    case "xlsx": {
      const sheet = { title: framework.name, columns: tableHeader, rows: toTable(framework) };
      return xlsxResponse(name, sheet);
    }
    case "json":
      return jsonResponse(name, framework);
    case "case": {
      const uuidOf = (text: string) => (isUuid(text) ? text : v5(text, id));
      const now = `${publishedOn}T00:00:00+00:00`;
      return jsonResponse(`${name}-case`, toCase(framework, { documentId: id, now, uuidOf }));
    }
  }
}

function jsonResponse(name: string, value: object): Response {
  return new Response(`${JSON.stringify(value, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.json"`,
    },
  });
}
