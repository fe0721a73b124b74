import { useEffect, useState, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";

const never = () => () => {};

/**
 * How much of a long table is drawn: its page, as the server has it, until scripts have come; then only what is in
 * sight of all that was sent; and all of that on paper.
 */
export function useDrawn(): "page" | "sight" | "all" {
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [onPaper, setOnPaper] = useState(false);
  useEffect(() => {
    // The browser takes its picture right after this.
    const before = () => flushSync(() => setOnPaper(true));
    const after = () => setOnPaper(false);
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, []);
  if (onPaper) return "all";
  return hasScripts ? "sight" : "page";
}
