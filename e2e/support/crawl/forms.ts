import { addresses, filled } from "./addresses.ts";
import type { Cast, Visitor, VisitorName } from "./visitors.ts";

/** A form as a page has it: where it is sent, and what it would send untouched. */
export type PageForm = { by: VisitorName; path: string; fields: [name: string, value: string][] };

const FORM = /<form\b([^>]*)>(.*?)<\/form>/gs;
const FIELD = /<(?:input|select|textarea|button)\b([^>]*)>/g;

/** The forms that someone's pages show, of those pages that are looked at. */
export async function formsFor(
  origin: string,
  { things }: Cast,
  { name: by, cookie }: Visitor,
  looksAt: () => boolean,
): Promise<PageForm[]> {
  const forms: PageForm[] = [];
  for (const address of addresses().filter(looksAt)) {
    const path = filled(address, things);
    const answer = await fetch(origin + path, { headers: { cookie } });
    if (!answer.headers.get("content-type")?.startsWith("text/html")) continue;
    const here = new URL(answer.url).pathname;
    for (const [, head = "", inside = ""] of (await answer.text()).matchAll(FORM)) {
      if (!/method="post"/i.test(head) || here === "/sign-out") continue;
      const action = plain(/\baction="([^"]*)"/.exec(head)?.[1] ?? here);
      if (action.startsWith("/sign-out")) continue;
      forms.push({
        by,
        path: action.startsWith("/") ? (action.split("#")[0] ?? here) : here,
        fields: fieldsIn(inside),
      });
    }
  }
  return forms;
}

function fieldsIn(html: string): [string, string][] {
  return [...html.matchAll(FIELD)].flatMap(([, attributes = ""]): [string, string][] => {
    const name = /\bname="([^"]*)"/.exec(attributes)?.[1];
    const value = /\bvalue="([^"]*)"/.exec(attributes)?.[1] ?? "";
    return name === undefined ? [] : [[plain(name), plain(value)]];
  });
}

function plain(text: string): string {
  return text.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#x27;", "'");
}
