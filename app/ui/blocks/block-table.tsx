import type { Cell, TableBlock } from "~/platform/blocks/block.ts";
import { cx } from "../cx.ts";
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
  if ("quiet" in cell) return <span className="text-sm text-ink-muted">{cell.quiet}</span>;
  return (
    <span
      data-off={cell.off}
      className={cx(
        "inline-block min-w-12 rounded-small px-1.5 py-0.5 font-semibold",
        // Hollow is too little, solid too much, as everywhere.
        cell.off === "little"
          ? "border-2 border-ink-muted"
          : "border-b-2 border-ink-muted bg-sunken",
      )}
    >
      {cell.figure}
    </span>
  );
}
