/** A place where a statement names a table of organisations. */
type Mention = { table: string; alias: string };

type Token = { kind: "name" | "value" | "sign"; text: string; group?: Token[] };

/**
 * Nodes that are the same organisation, as far as a statement says so; the empty name stands for a value given from
 * outside.
 */
type Sameness = Map<string, string>;

const GIVEN = "";
const COLUMN = "organisation_id";
const AFTER_TABLE = new Set(
  "where on set using join inner left right full cross natural group order having limit for returning values select default union except intersect when as".split(
    " ",
  ),
);
const SET_OPERATIONS = new Set(["union", "except", "intersect"]);

/**
 * The tables among `tables` that a statement names without saying whose rows it means: every mention must be bound, by
 * `organisation_id = …` or along a chain of joins on organisation_id, to a value from outside; a row that is inserted
 * must say whose it is. Reads the SQL that this application writes, not all there is: where it can't tell, it
 * complains.
 * @returns each unbound mention as "table" or "table alias"; empty when there is none.
 */
export function unboundTables(statement: string, tables: ReadonlySet<string>): string[] {
  const tokens = nest(tokensOf(statement));
  return checkGroup(tokens, tables, namesOfQueries(tokens), new Map(), "");
}

/** Checks the parts of a group that stand beside each other (UNION) and what is nested in each. */
function checkGroup(
  tokens: readonly Token[],
  tables: ReadonlySet<string>,
  queries: ReadonlySet<string>,
  outer: ReadonlyMap<string, string>,
  path: string,
): string[] {
  return splitAtSetOperations(tokens).flatMap((part, index) =>
    checkScope(part, tables, queries, outer, `${path}/${index}`),
  );
}

function checkScope(
  tokens: readonly Token[],
  tables: ReadonlySet<string>,
  queries: ReadonlySet<string>,
  outer: ReadonlyMap<string, string>,
  path: string,
): string[] {
  const { flat, nested } = flatten(tokens);
  const { mentions, target } = mentionsIn(flat, tables, queries);
  const known = new Map(outer);
  for (const { alias } of mentions) known.set(alias, `${path} ${alias}`);
  const same: Sameness = new Map();
  const only = mentions.length === 1 ? mentions[0] : undefined;
  bind(flat, known, only ? (known.get(only.alias) ?? null) : null, same);
  // Chains may lead through what encloses this scope, whose own mentions are checked there.
  for (const node of outer.values()) join(same, node, GIVEN);
  const loose = mentions
    .filter(({ alias }) => root(same, known.get(alias) ?? "?") !== root(same, GIVEN))
    .map(({ table, alias }) => (table === alias ? table : `${table} ${alias}`));
  if (target && !insertsOrganisation(flat, target)) loose.push(target);
  return [
    ...loose,
    ...nested.flatMap((group, index) =>
      checkGroup(group, tables, queries, known, `${path}.${index}`),
    ),
  ];
}

/** The tokens of a scope itself, with plain parentheses opened, and the queries nested in it. */
function flatten(tokens: readonly Token[]): { flat: Token[]; nested: Token[][] } {
  const flat: Token[] = [];
  const nested: Token[][] = [];
  for (const token of tokens) {
    if (!token.group) flat.push(token);
    else if (isQuery(token.group)) {
      nested.push(token.group);
      flat.push({ kind: "value", text: "(query)" });
    } else {
      const inner = flatten(token.group);
      flat.push({ kind: "sign", text: "(" }, ...inner.flat, { kind: "sign", text: ")" });
      nested.push(...inner.nested);
    }
  }
  return { flat, nested };
}

function isQuery(group: readonly Token[]): boolean {
  const [first] = group;
  if (!first) return false;
  if (first.group) return isQuery(first.group);
  return ["select", "with", "values", "update", "delete", "insert"].includes(first.text);
}

/**
 * The tables named after FROM, JOIN, UPDATE, USING or a comma between them; and the table that rows are inserted into.
 */
function mentionsIn(
  flat: readonly Token[],
  tables: ReadonlySet<string>,
  queries: ReadonlySet<string>,
): { mentions: Mention[]; target: string | null } {
  const mentions: Mention[] = [];
  let target: string | null = null;
  let depth = 0;
  let listDepth: number | null = null;
  for (const [at, token] of flat.entries()) {
    const { text } = token;
    if (text === "(") depth += 1;
    if (text === ")") depth -= 1;
    if (listDepth !== null && depth < listDepth) listDepth = null;
    const before = flat[at - 1]?.text;
    const opens =
      (text === "from" && before !== "distinct") ||
      text === "join" ||
      (text === "using" && flat[at + 1]?.text !== "(") ||
      (text === "update" && before !== "for" && before !== "do" && before !== "key");
    if (opens) listDepth = depth;
    if (text === "into") {
      const name = nameAt(flat, at + 1, true);
      if (name && tables.has(name.table) && !queries.has(name.table)) target = name.table;
    }
    if (!opens && !(text === "," && listDepth === depth)) {
      if (listDepth === depth && ["where", "set", "group", "order", "returning"].includes(text))
        listDepth = null;
      continue;
    }
    const name = nameAt(flat, flat[at + 1]?.text === "lateral" ? at + 2 : at + 1);
    if (name && tables.has(name.table) && !queries.has(name.table)) mentions.push(name);
  }
  return { mentions, target };
}

/**
 * A table's name and alias at a place; null when something else stands there, such as a function or a table of another
 * schema.
 */
function nameAt(flat: readonly Token[], at: number, withColumns = false): Mention | null {
  let place = at;
  if (flat[place + 1]?.text === ".") {
    if (flat[place]?.text !== "public") return null;
    place += 2;
  }
  const table = flat[place];
  if (table?.kind !== "name" || (!withColumns && flat[place + 1]?.text === "(")) return null;
  const as = flat[place + 1]?.text === "as" ? flat[place + 2] : flat[place + 1];
  const named = as?.kind === "name" && !AFTER_TABLE.has(as.text);
  return { table: table.text, alias: named ? as.text : table.text };
}

/** Notes which mentions are said to be of one organisation, and which of one given from outside. */
function bind(
  flat: readonly Token[],
  known: ReadonlyMap<string, string>,
  only: string | null,
  same: Sameness,
): void {
  for (const [at, token] of flat.entries()) {
    if (token.text === "using" && flat[at + 1]?.text === "(" && flat[at + 2]?.text === COLUMN)
      for (const node of known.values()) join(same, node, first(known));
    if (token.text !== COLUMN) continue;
    const own = sideNode(flat, at, known, only);
    if (own === null) continue;
    const next = flat[at + 1]?.text;
    if (next === "in") join(same, own, GIVEN);
    if (next === "=") join(same, own, right(flat, at + 2, known, only));
    // Its other side stands to the left, and is no column of organisations: those were seen from there.
    const start = flat[at - 1]?.text === "." ? at - 2 : at;
    if (flat[start - 1]?.text === "=" && flat[start - 2]?.text !== COLUMN) join(same, own, GIVEN);
  }
}

/** What stands to the right of an equals sign: another mention, or a value. */
function right(
  flat: readonly Token[],
  at: number,
  known: ReadonlyMap<string, string>,
  only: string | null,
): string {
  const column = flat[at + 1]?.text === "." ? at + 2 : at;
  if (flat[column]?.text !== COLUMN) return GIVEN;
  return sideNode(flat, column, known, only) ?? GIVEN;
}

/** The mention whose organisation_id stands at a place; null where it is no table's, such as a list of given rows. */
function sideNode(
  flat: readonly Token[],
  at: number,
  known: ReadonlyMap<string, string>,
  only: string | null,
): string | null {
  if (flat[at - 1]?.text !== ".") return only;
  return known.get(flat[at - 2]?.text ?? "") ?? null;
}

function insertsOrganisation(flat: readonly Token[], target: string): boolean {
  const into = flat.findIndex(
    ({ text }, at) => text === "into" && nameAt(flat, at + 1, true)?.table === target,
  );
  const open = flat.findIndex(({ text }, at) => at > into && text === "(");
  const close = flat.findIndex(({ text }, at) => at > open && text === ")");
  return flat.slice(open, close).some(({ text }) => text === COLUMN);
}

function first(known: ReadonlyMap<string, string>): string {
  return known.values().next().value ?? GIVEN;
}

function root(same: Sameness, node: string): string {
  let at = node;
  for (let up = same.get(at); up !== undefined; up = same.get(at)) at = up;
  return at;
}

function join(same: Sameness, one: string, other: string): void {
  const [a, b] = [root(same, one), root(same, other)];
  if (a !== b) same.set(a, b);
}

/** What a statement calls its own queries (WITH name AS): they are checked where they are written. */
function namesOfQueries(tokens: readonly Token[]): Set<string> {
  const names = new Set<string>();
  for (const [at, { text, kind, group }] of tokens.entries()) {
    if (group) for (const name of namesOfQueries(group)) names.add(name);
    const as = tokens[at + 1]?.group ? at + 2 : at + 1;
    if (kind === "name" && tokens[as]?.text === "as") {
      const body = tokens.slice(as + 1, as + 4).find((each) => each.group);
      if (body?.group && isQuery(body.group)) names.add(text);
    }
  }
  return names;
}

function splitAtSetOperations(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (SET_OPERATIONS.has(token.text) && token.kind === "name") parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

const PATTERN =
  /--[^\n]*|\/\*[\s\S]*?\*\/|(?<text>[eE]?'(?:[^']|'')*')|"(?<quoted>(?:[^"]|"")*)"|(?<name>[a-zA-Z_][\w$]*)|(?<value>\$\d+|\d[\d.]*)|(?<sign>::|<=|>=|<>|!=|\|\||&&|<@|@>|[^\s])/g;

function tokensOf(statement: string): Token[] {
  const tokens: Token[] = [];
  for (const { groups = {} } of statement.matchAll(PATTERN)) {
    const { text, quoted, name, value, sign } = groups;
    if (text !== undefined) tokens.push({ kind: "value", text: "'…'" });
    else if (value !== undefined) tokens.push({ kind: "value", text: value });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign });
    else if (quoted !== undefined) tokens.push({ kind: "name", text: quoted });
    else if (name !== undefined) tokens.push({ kind: "name", text: name.toLowerCase() });
  }
  return tokens;
}

/** The same with what stands in parentheses as one token. */
function nest(tokens: readonly Token[]): Token[] {
  const stack: Token[][] = [[]];
  for (const token of tokens) {
    if (token.text === "(" && token.kind === "sign") stack.push([]);
    else if (token.text === ")" && token.kind === "sign" && stack.length > 1) {
      const group = stack.pop() ?? [];
      stack.at(-1)?.push({ kind: "sign", text: "()", group });
    } else stack.at(-1)?.push(token);
  }
  return stack[0] ?? [];
}
