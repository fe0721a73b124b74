import type { MiddlewareFunction } from "react-router";
import { texts } from "~/platform/i18n/i18n.ts";
import { createGate } from "./gate.ts";
import { refusalAnswer } from "./refusal-answer.ts";

/** A few more than may wait for their password to be hashed. */
const crowd = createGate({ atOnce: 60, waiting: 0 });

/**
 * Answers plainly when more forms with passwords come at once than can be looked at: to draw the page again for each of them
 * would keep everybody else waiting. Where the browser draws it, the action answers for itself.
 */
export const keepOutCrowds: MiddlewareFunction<Response> = async ({ request }, next) => {
  if (request.method !== "POST" || new URL(request.url).pathname.endsWith(".data")) return next();
  const response = await crowd.run(next);
  if (response !== null) return response;
  const { status, headers } = refusalAnswer({ reason: "busy" });
  headers?.set("Content-Type", "text/plain; charset=utf-8");
  return new Response(texts.t("identity:crowd"), { status, ...(headers ? { headers } : {}) });
};
