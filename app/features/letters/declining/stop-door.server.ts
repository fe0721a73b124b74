import type { ProgramDoor, ProgramRequest } from "~/platform/feature/program-door.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { chooseByLink } from "./choose-by-link.server.ts";
import { STOP_PATH, stopPage } from "./stop-link.server.ts";

/** Two words in a form; some programs send it in parts. */
const LARGEST = 4 * 1024;

/**
 * Where mail programs say that their reader wants no more letters of a kind (RFC 8058): they post, with neither our
 * cookies nor our origin. A reader who opens the same address in a browser, or a program that only looks, is led to a
 * page that asks, and changes nothing.
 */
export const stopDoor: ProgramDoor = {
  path: STOP_PATH,
  methods: ["GET", "HEAD", "POST"],
  largest: LARGEST,
  answer: answerStop,
};

async function answerStop(platform: Platform, request: ProgramRequest): Promise<Response> {
  const token = request.url.pathname.slice(STOP_PATH.length + 1);
  if (request.method !== "POST")
    return new Response(null, {
      status: 303,
      headers: { Location: stopPage(token), "Cache-Control": "no-store" },
    });
  if (!isOneClick(request.body)) return new Response("Not understood", { status: 400 });
  const outcome = await chooseByLink(platform, token, "without");
  return outcome.ok ? new Response("Done") : new Response("Not found", { status: 404 });
}

/** "List-Unsubscribe=One-Click", as a form or in parts: nothing else changes anything here. */
function isOneClick(body: ProgramRequest["body"]): boolean {
  if (body === null || body === "too-large") return false;
  const text = new TextDecoder().decode(body);
  return text.includes("List-Unsubscribe") && text.includes("One-Click");
}
