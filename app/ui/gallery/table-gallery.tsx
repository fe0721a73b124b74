import { Button } from "../button.tsx";
import { EmptyState } from "../empty-state.tsx";
import { DownloadIcon } from "../icons.tsx";
import { Link } from "../link.tsx";
import { Table, type TableColumn } from "../table.tsx";
import { Tick } from "../tick.tsx";
import { TickBar } from "../tick-bar.tsx";
import { VisuallyHidden } from "../visually-hidden.tsx";
import { type SamplePerson, samplePeople } from "./samples.ts";
import { Section, Specimen } from "./section.tsx";

const columns: readonly TableColumn<SamplePerson>[] = [
  {
    key: "name",
    header: "Name",
    rowHeader: true,
    sort: { href: "?sort=-name", direction: "ascending" },
    cell: (person) => (
      <Link tone="quiet" href={`#person-${person.id}`}>
        <bdi>{person.name}</bdi>
      </Link>
    ),
  },
  {
    key: "title",
    header: "Job title",
    sort: { href: "?sort=title", direction: "none" },
    cell: (person) => person.title,
  },
  { key: "department", header: "Department", cell: (person) => person.department },
  {
    key: "answered",
    header: "Answered",
    align: "end",
    noWrap: true,
    sort: { href: "?sort=answered", direction: "none" },
    cell: (person) => `${person.answered} of ${person.asked}`,
  },
];

const many: readonly TableColumn<SamplePerson>[] = [
  ...columns,
  ...Array.from(
    { length: 9 },
    (_, index): TableColumn<SamplePerson> => ({
      key: `extra-${index}`,
      header: `Column ${index + 5}`,
      align: "end",
      noWrap: true,
      cell: (person) => person.answered * (index + 1) * 1000,
    }),
  ),
];

export function TableGallery() {
  return (
    <Section id="tables" title="Tables">
      <Specimen name="Table: normal">
        <Table
          caption="People"
          count="12 of 240 people"
          tools={
            <Button size="small" icon={<DownloadIcon />}>
              Export these
            </Button>
          }
          columns={columns}
          rows={samplePeople}
          rowKey={(person) => person.id}
        />
      </Specimen>
      <Specimen name="Table: folded, where there is little room">
        <div className="max-w-90">
          <Table
            caption="People by themselves"
            count="12 of 240 people"
            columns={[
              {
                key: "tick",
                header: <VisuallyHidden>Ticked</VisuallyHidden>,
                cell: (person) => <Tick label={person.name} name="ticked" value={person.id} />,
                folded: "before",
              },
              ...columns,
              {
                key: "remind",
                header: <VisuallyHidden>Remind</VisuallyHidden>,
                cell: () => <Button size="small">Remind</Button>,
                folded: "below",
              },
            ]}
            rows={samplePeople.slice(0, 4)}
            rowKey={(person) => person.id}
          />
        </div>
      </Specimen>
      <Specimen name="Tick bar: stays in sight as soon as something is ticked">
        <TickBar title="Change several at once" lead="Nothing is changed before you looked at it.">
          <Button size="small">Those ticked</Button>
        </TickBar>
      </Specimen>
      <Specimen name="Table: overfull, in a box">
        <Table
          boxed
          caption="Everything about everyone"
          count="240 people"
          columns={many}
          rows={[
            ...samplePeople,
            ...samplePeople.map((person) => ({ ...person, id: `b${person.id}` })),
          ]}
          rowKey={(person) => person.id}
        />
      </Specimen>
      <Specimen name="Table: empty">
        <Table
          caption="Participants"
          count="0 people"
          columns={columns}
          rows={[]}
          rowKey={(person) => person.id}
          empty={
            <EmptyState
              level={3}
              title="Nobody matches"
              action={<Button size="small">Clear the filter</Button>}
            >
              Search for another name, or clear the filter to see all 240 people.
            </EmptyState>
          }
        />
      </Specimen>
    </Section>
  );
}
