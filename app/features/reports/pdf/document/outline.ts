import type { PrintBlock, PrintSection } from "./print-block.ts";

/** Headings whose levels never skip one on the way down, as PDF/UA asks; the first is of level 1. */
export function steppedHeadings(sections: readonly PrintSection[]): PrintSection[] {
  let last = 0;
  const stepped = (block: PrintBlock): PrintBlock => {
    switch (block.kind) {
      case "heading":
        last = Math.min(block.level, last + 1);
        return { ...block, level: last };
      case "list":
        return { ...block, items: block.items.map((item) => item.map(stepped)) };
      case "card":
      case "together":
      case "folded":
      case "pair":
        return { ...block, blocks: block.blocks.map(stepped) };
      default:
        return block;
    }
  };
  return sections.map((section) => ({ ...section, blocks: section.blocks.map(stepped) }));
}
