import { beside } from "../domain/beside.ts";

const current = () => document.querySelector<HTMLElement>("[data-part][data-current]");

/**
 * Turns to another part of the form, as the server would, without needing it. @returns whether this page has that part.
 */
export function turnTo(key: string, remember = true): boolean {
  const wanted = document.querySelector<HTMLElement>(`[data-part="${CSS.escape(key)}"]`);
  const before = current();
  if (!wanted) return false;
  before?.removeAttribute("data-current");
  wanted.setAttribute("data-current", "");
  const heading = wanted.querySelector<HTMLElement>("h2");
  const about = document.querySelector<HTMLElement>("h1")?.dataset.about ?? "";
  document.title = `${heading?.textContent ?? ""} · ${about}`;
  const address = beside(location.pathname, key);
  if (remember) history.pushState(null, "", address);
  wanted.closest("form")?.setAttribute("action", address);
  scrollTo({ top: 0, behavior: "instant" });
  heading?.focus({ preventScroll: true });
  return true;
}

/** Back and forward turn parts, too. */
export function followHistory(): void {
  addEventListener("popstate", () => turnTo(location.pathname.split("/").at(-1) ?? "", false));
}
