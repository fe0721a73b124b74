import { useEffect, useState } from "react";

/** A part is read once its heading stands in the upper third of the window. */
const READ_AT = "0px 0px -66% 0px";

/** Which part of a long page is being read, by the id of its heading; unknown without JavaScript. */
export function useCurrentPart(parts: readonly { id: string }[]): string | undefined {
  const [current, setCurrent] = useState<string>();
  const ids = parts.map(({ id }) => id).join(" ");
  useEffect(() => {
    const known = ids.split(" ");
    const inSight = new Set<string>();
    const watcher = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const id = target.getAttribute("aria-labelledby") ?? "";
          if (isIntersecting) inSight.add(id);
          else inSight.delete(id);
        }
        setCurrent(known.findLast((id) => inSight.has(id)));
      },
      { rootMargin: READ_AT },
    );
    for (const id of known) {
      const part = document.querySelector(`section[aria-labelledby="${CSS.escape(id)}"]`);
      if (part) watcher.observe(part);
    }
    return () => watcher.disconnect();
  }, [ids]);
  return current;
}
