import { expect } from "vitest";
import type { Program } from "../../e2e/support/program.ts";

/** Somebody signed in to a running program, without a browser. */
export type Visitor = {
  /** Their cookies, by name, as a browser would keep them. */
  jar: Map<string, string>;
  page(path: string): Promise<string>;
  /** Posts a form and gives the status. */
  post(path: string, fields: Record<string, string>): Promise<number>;
  /** Sends a file, and gives where that leads. */
  upload(path: string, file: { name: string; text: string }): Promise<string>;
  /** Posts a form that must be taken. */
  send(path: string, fields: Record<string, string>): Promise<void>;
};

/**
 * Signs in one of the sample's people, by the words the demo prints beside them; with the cookies of an earlier visit,
 * in the same browser.
 */
export async function signedIn(
  url: string,
  program: Program,
  who: string,
  jar = new Map<string, string>(),
): Promise<Visitor> {
  const password = program.output().match(/password is: (.+)$/m)?.[1] ?? "";
  const line = program
    .output()
    .split("\n")
    .find((each) => each.endsWith(who));
  const email = line?.trim().split(/\s+/)[0] ?? "";
  const ask = async (path: string, init: RequestInit = {}) => {
    const cookie = [...jar].map((pair) => pair.join("=")).join("; ");
    const headers = { origin: url, cookie };
    const answer = await fetch(url + path, { ...init, headers, redirect: "manual" });
    for (const [, name = "", value = ""] of answer.headers
      .getSetCookie()
      .map((each) => /^([^=]+)=([^;]*)/.exec(each) ?? []))
      jar.set(name, value);
    return answer;
  };
  const post = (path: string, fields: Record<string, string>) =>
    ask(path, { method: "POST", body: new URLSearchParams(fields) });
  await post("/sign-in", { email, password, next: "/" });
  return {
    jar,
    page: async (path) => (await ask(path)).text(),
    post: async (path, fields) => (await post(path, fields)).status,
    upload: async (path, { name, text }) => {
      const body = new FormData();
      body.set("file", new File([text], name, { type: "text/csv" }));
      const answer = await ask(path, { method: "POST", body });
      return answer.headers.get("location") ?? "";
    },
    send: async (path, fields) => {
      expect((await post(path, fields)).status).toBe(302);
    },
  };
}

/** The address of the first cycle whose page says these words. */
export async function cycleThatSays(hr: Visitor, words: string): Promise<string> {
  const list = await hr.page("/cycles");
  for (const [, path = ""] of list.matchAll(/href="(\/cycles\/[0-9a-f-]{36})"/g))
    if ((await hr.page(path)).includes(words)) return path;
  throw new Error(`the sample has no cycle that says ${words}`);
}
