import { expect, test } from "vitest";
import { MailAddress } from "./mail-address.tsx";
import { Table, type TableColumn } from "./table.tsx";
import { attribute, markup } from "./testing/render.tsx";
import { Tick } from "./tick.tsx";

type Row = { id: string; name: string; title: string | null; answered: number };

const columns: readonly TableColumn<Row>[] = [
  {
    key: "tick",
    header: <span>Ticked</span>,
    cell: ({ id, name }) => <Tick label={name} name="p" value={id} />,
    folded: "before",
  },
  { key: "name", header: "Name", rowHeader: true, cell: ({ name }) => name },
  { key: "title", header: "Job title", cell: ({ title }) => title },
  { key: "answered", header: "Answered", align: "end", cell: ({ answered }) => answered },
  { key: "mail", header: "E-mail", cell: () => "a@b.test", folded: "away" },
];

const table = (row: Partial<Row>) =>
  markup(
    <Table
      caption="People"
      columns={columns}
      rows={[{ id: "a", name: "Ana Lima", title: "Skipper", answered: 3, ...row }]}
      rowKey={({ id }) => id}
    />,
  );

test("where rows fold, a cell has its heading before it, but what ticks and what is away", () => {
  const html = table({});
  expect(attribute(html, "data-label")).toEqual(["Job title", "Answered"]);
  expect(attribute(html, "data-folded")).toEqual(["before", "away"]);
});

test("where rows fold, a cell with nothing in it takes no line, and a nought is something", () => {
  const html = table({ title: null, answered: 0 });
  expect(attribute(html, "data-label")).toEqual(["Answered"]);
  expect(attribute(html, "data-folded")).toEqual(["before", "away", "away"]);
});

test("a table says what it is even where its rows fold", () => {
  const roles = attribute(table({}), "role");
  expect(roles.filter((role) => role === "columnheader")).toHaveLength(5);
  expect(roles.filter((role) => role === "rowheader")).toHaveLength(1);
  expect(roles.filter((role) => role === "cell")).toHaveLength(4);
});

test("an address breaks after its last @ and stays one word to whoever copies it", () => {
  const html = markup(<MailAddress address={'"odd@name"@quay.test'} />);
  expect(html.split("<wbr/>").map((part) => part.replace(/<[^>]*>/g, ""))).toEqual([
    "&quot;odd@name&quot;@",
    "quay.test",
  ]);
});
