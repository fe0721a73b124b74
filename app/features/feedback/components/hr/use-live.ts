import { useEffect } from "react";
import { useRevalidator } from "react-router";

/**
 * Reads the page's data again every so often while somebody looks at it. Without JavaScript the page stands until
 * loaded again.
 */
export function useLive(everySeconds: number): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible" && state === "idle") void revalidate();
    };
    const timer = setInterval(look, everySeconds * 1_000);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [everySeconds, revalidate, state]);
}
