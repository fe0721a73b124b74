import type { CommentWarning } from "../domain/comment-warnings.ts";

export type News = {
  revision: number;
  /** Everything answered so far, when someone else changed something. */
  fields?: Record<string, string>;
  replaced?: Record<string, string>;
  hints?: Record<string, CommentWarning[]>;
  problems?: string[];
};

export type Answer =
  | { kind: "kept"; news: News }
  | { kind: "offline" | "away" | "signedOut" }
  | { kind: "refused"; reason: string };

/** What a link that opens nothing any more says of itself; any other was closed. */
const SAID_WHY = ["ended", "called-off"];

/** Asks the server where the answers are, or gives it some. */
export async function ask(url: string, body?: FormData): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: body ? "POST" : "GET",
      body: body ?? null,
      headers: { Accept: "application/json" },
      redirect: "manual",
      // What was typed last is sent even while the page is being left.
      keepalive: true,
    });
    // To the page for signing in.
    if (response.type === "opaqueredirect" || response.status === 401) return { kind: "signedOut" };
    if (response.ok || response.status === 422)
      return { kind: "kept", news: (await response.json()) as News };
    if (response.status === 410) {
      const told = (await response.json().catch(() => null)) as { problem?: string } | null;
      return { kind: "refused", reason: SAID_WHY.find((why) => why === told?.problem) ?? "closed" };
    }
    if (response.status === 409 || response.status === 404) {
      const told = (await response.json().catch(() => null)) as { reason?: string } | null;
      return { kind: "refused", reason: told?.reason ?? "unknown" };
    }
    return { kind: "away" };
  } catch {
    return { kind: navigator.onLine ? "away" : "offline" };
  }
}
