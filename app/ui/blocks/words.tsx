import { Fragment } from "react";
import type { Words } from "~/platform/blocks/block.ts";

/** Words of a line, with what weighs more. */
export function InWords({ words }: { words: Words }) {
  if (typeof words === "string") return words;
  return words.map(({ text, strong }, index) => {
    const key = `${index} ${text}`;
    return strong ? <strong key={key}>{text}</strong> : <Fragment key={key}>{text}</Fragment>;
  });
}
