import { expect } from "vitest";
import type { Program } from "../../e2e/support/program.ts";

/** Somebody signed in to a running program, without a browser. */
export type Visitor = {
  page(path: string): Promise<string>;
  /** Posts a form and gives the status. */
  post(path: string, fields: Record<string, string>): Promise<number>;
  /** Posts a form that must be taken. */
  send(path: string, fields: Record<string, string>): Promise<void>;
};

/** Signs in one of the sample's people, by the words the demo prints beside them. */
export async function signedIn(url: string, program: Program, who: string): Promise<Visitor> {
  const password = program.output().match(/password is: (.+)$/m)?.[1] ?? "";
  const line = program
    .output()
    .split("\n")
    .find((each) => each.endsWith(who));
  const email = line?.trim().split(/\s+/)[0] ?? "";
  const cookie = await signIn(url, { email, password });
  const post = (path: string, fields: Record<string, string>) =>
    postForm(url + path, fields, { origin: url, cookie });
  return {
    page: async (path) => (await fetch(url + path, { headers: { cookie } })).text(),
    post: async (path, fields) => (await post(path, fields)).status,
    send: async (path, fields) => {
      expect((await post(path, fields)).status).toBe(302);
    },
  };
}

async function signIn(
  url: string,
  { email, password }: { email: string; password: string },
): Promise<string> {
  const answer = await postForm(`${url}/sign-in`, { email, password, next: "/" }, { origin: url });
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
}

function postForm(
  address: string,
  fields: Record<string, string>,
  headers: Record<string, string>,
) {
  return fetch(address, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers,
    redirect: "manual",
  });
}

/** The address of the first cycle whose page says these words. */
export async function cycleThatSays(hr: Visitor, words: string): Promise<string> {
  const list = await hr.page("/cycles");
  for (const [, path = ""] of list.matchAll(/href="(\/cycles\/[0-9a-f-]{36})"/g))
    if ((await hr.page(path)).includes(words)) return path;
  throw new Error(`the sample has no cycle that says ${words}`);
}
