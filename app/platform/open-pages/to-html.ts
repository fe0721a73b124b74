import type { ReactNode } from "react";

const FRAGMENT = Symbol.for("react.fragment");
const VOID = new Set(["br", "col", "hr", "img", "input"]);
/** Attributes that are named otherwise than in React; what is named alike is in neither list. */
const NAMED: Record<string, string> = {
  className: "class",
  htmlFor: "for",
  colSpan: "colspan",
  rowSpan: "rowspan",
  tabIndex: "tabindex",
  dateTime: "datetime",
  defaultChecked: "checked",
};
const HYPHENED =
  /^(stroke(Width|Linecap|Linejoin|Dasharray)|font(Size|Weight|Family)|text(Anchor)|fill(Opacity|Rule)|clip(Rule))$/;
const SWITCHES = new Set(["hidden", "open", "disabled", "checked", "defaultChecked"]);

type Element = {
  type: string | symbol | ((props: object) => ReactNode);
  props: Record<string, unknown>;
};

/**
 * What React would write of elements whose components have no hooks, as HTML: so that a page draws in the browser
 * what the server would, without bringing React along. A test holds it to React's own words.
 * @throws for what it does not know, such as a style or a handler: better no result than a wrong one.
 */
export function toHtml(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node === "string" || typeof node === "number") return escaped(String(node));
  if (Array.isArray(node)) return node.map(toHtml).join("");
  const { type, props } = node as unknown as Element;
  if (typeof type === "function") return toHtml(type(props));
  const children = toHtml(props.children as ReactNode);
  if (type === FRAGMENT) return children;
  if (typeof type !== "string") throw new TypeError("no element that can be written");
  const start = `<${type}${attributes(props)}`;
  return VOID.has(type) ? `${start}/>` : `${start}>${children}</${type}>`;
}

function attributes(props: Record<string, unknown>): string {
  return Object.entries(props)
    .map(([name, value]) => (name === "children" ? "" : attribute(name, value)))
    .join("");
}

function attribute(name: string, value: unknown): string {
  const isSaid = name.startsWith("aria-") || name.startsWith("data-");
  if (value === null || value === undefined || (value === false && !isSaid)) return "";
  if (SWITCHES.has(name)) return value ? ` ${NAMED[name] ?? name}=""` : "";
  if (typeof value === "object" || typeof value === "function" || (value === true && !isSaid))
    throw new TypeError(`no attribute that can be written: ${name}`);
  const written = HYPHENED.test(name)
    ? name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)
    : (NAMED[name] ?? name);
  return ` ${written}="${escaped(String(value))}"`;
}

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}
