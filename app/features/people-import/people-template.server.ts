import type { TFunction } from "i18next";
import writeWorkbook, { type SheetData } from "write-excel-file/node";
import { IMPORT_FIELDS, type ImportField } from "~/features/people/domain/index.ts";

const EXAMPLES: Record<ImportField, string> = {
  employeeId: "00042",
  name: "Ada Quay",
  preferredName: "Ada",
  pronunciation: "AY-da",
  pronouns: "she/her",
  givenName: "Ada",
  familyName: "Quay",
  email: "ada.quay@example.org",
  jobTitle: "Skipper",
  jobLevel: "4",
  department: "Deck",
  division: "Operations",
  country: "Scotland",
  location: "Leith",
  language: "en",
  timezone: "Europe/London",
  employmentType: "Permanent",
  startDate: "2024-04-03",
  endDate: "",
  workingDays: "Mon-Thu",
  awayFrom: "2026-07-06",
  awayUntil: "2026-07-24",
  manager: "Ben Pier",
  managerEmail: "ben.pier@example.org",
  managerId: "00007",
  status: "Active",
  share: "100 %",
};

/** A workbook to fill in: a sheet with every column as its title, and one that explains each. */
export function peopleTemplate(t: TFunction<"people-import">): Promise<Buffer> {
  const bold = (value: string) => ({ value, type: String, fontWeight: "bold" as const });
  const plain = (value: string) => ({ value, type: String });
  const head = [t("template.head.column"), t("template.head.needed"), t("template.head.meaning")];
  const people: SheetData = [IMPORT_FIELDS.map((field) => bold(t(`people:fields.${field}`)))];
  const columns: SheetData = [
    [...head, t("template.head.example")].map(bold),
    ...IMPORT_FIELDS.map((field) =>
      [
        t(`people:fields.${field}`),
        t(`template.${neededAs(field)}`),
        t(`template.meanings.${field}`),
        EXAMPLES[field],
      ].map(plain),
    ),
  ];
  const widths = [26, 28, 80, 24].map((width) => ({ width }));
  return writeWorkbook([
    {
      sheet: t("template.people"),
      data: people,
      columns: IMPORT_FIELDS.map(() => ({ width: 20 })),
      stickyRowsCount: 1,
    },
    { sheet: t("template.columns"), data: columns, columns: widths, stickyRowsCount: 1 },
  ]).toBuffer();
}

function neededAs(field: ImportField): "yes" | "either" | "no" {
  if (field === "name") return "yes";
  return field === "employeeId" || field === "email" ? "either" : "no";
}
