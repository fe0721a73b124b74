import type { Cell, TableBlock } from "~/platform/blocks/block.ts";
import { Table } from "../table.tsx";

/** A table of a report. Why a figure is missing is said more quietly than figures. */
export function BlockTable({ table: { caption, columns, rows } }: { table: TableBlock }) {
  return (
    <Table
      caption={caption}
      captionHidden
      columns={columns.map(({ header, figures }, index) => ({
        key: String(index),
        header,
        rowHeader: index === 0,
        ...(figures && { align: "end" as const }),
        cell: ({ cells }: TableBlock["rows"][number]) => inCell(cells[index] ?? ""),
      }))}
      rows={rows}
      rowKey={(row) => row.key}
    />
  );
}

function inCell(cell: Cell) {
  if (typeof cell === "string") return cell;
  return <span className="text-sm text-ink-muted">{cell.quiet}</span>;
}
