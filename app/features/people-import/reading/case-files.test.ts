import { expect, test } from "vitest";
import { personRecord } from "~/features/people/testing/person-record.ts";
import { caseFile, HEADER, peopleIn, planFile } from "../testing/case-files.ts";

test("a failed look-up is never nothing: the field keeps what is stored, and the row says so", async () => {
  const existing = [
    personRecord({ id: "ann", name: "Ann", email: "ann@case.example" }),
    personRecord({ id: "sole", name: "Sole Peer", employeeId: "P00", managerId: "ann" }),
  ];
  for (const emptyCells of ["keep", "clear"] as const) {
    const result = await planFile(caseFile("error-cell.xlsx"), { existing, emptyCells });
    expect(result).toMatchObject({ notes: ["2 cell-error"], problems: [] });
    const changes = "plan" in result ? result.plan.changed.flatMap((each) => each.changes) : [];
    expect(changes.map(({ field }) => field)).not.toContain("manager");
  }
});

test.each(["#REF!", "#NV", "#NOM?", "#¿NOMBRE?", "#VALOR!", "#ADR!", "######", "Err:508"])(
  "%s is an error in a CSV as well: it refuses a row that it leaves without a name or id",
  async (error) => {
    const csv = `${HEADER},Job title\nC01,Ada Quay,ada@x.org,${error}\n${error},Ben,b@x.org,\n`;
    const result = await planFile(csv);
    expect(result).toMatchObject({ notes: ["2 cell-error"], problems: ["3 cell-error"] });
    expect(peopleIn(result)).toMatchObject([{ name: "Ada Quay", jobTitle: null }]);
  },
);

test("a status column is recognised, and who has left comes in as inactive", async () => {
  const result = await planFile(caseFile("status-terminated.csv"));
  expect(peopleIn(result)).toMatchObject([
    { name: "Ada Quay", status: "active" },
    { name: "Ben Pier", status: "inactive" },
    { name: "Cem Dock", status: "inactive" },
  ]);
});

test.each([
  ["Status", "ausgeschieden", "inactive"],
  ["Status", "Sorti", "inactive"],
  ["Statut employé", "En congé", "active"],
  ["Estatus", "Baja", "inactive"],
  ["Situação", "Desligado", "inactive"],
  ["Stato dipendente", "Cessato", "inactive"],
  ["Active", "No", "inactive"],
  ["Is Active", "TRUE", "active"],
  ["Employment Status", "Active - Full Time", "active"],
  ["Employment Status", "Terminated (voluntary)", "inactive"],
  ["Employee Status", "On leave", "active"],
])("%s: %s is %s", async (title, word, status) => {
  const result = await planFile(`${HEADER},${title}\nC01,Ada Quay,ada@x.org,${word}\n`);
  expect(peopleIn(result)).toMatchObject([{ status }]);
});

test("a word that is no status refuses its row instead of being guessed", async () => {
  const result = await planFile(`${HEADER},Status\nC01,Ada Quay,ada@x.org,Cadre\n`);
  expect(result).toMatchObject({ problems: ["2 status-unknown"] });
});

test("columns without a meaning are asked about, and are not read when that is answered", async () => {
  const csv = `${HEADER},Shoe size\nC01,Ada Quay,ada@x.org,38\n`;
  expect(await planFile(csv)).toMatchObject({
    questions: [{ code: "ignored-columns", columns: [3] }],
  });
  expect(await planFile(csv, { answers: { ignoreColumns: true } })).toMatchObject({
    questions: [],
  });
});

test("names written Last, First are turned, and managers are found in any order", async () => {
  const result = await planFile(caseFile("last-first.csv"));
  expect(peopleIn(result)).toMatchObject([
    { name: "Ada Quay", givenName: "Ada", familyName: "Quay", managerName: null },
    { name: "Ben K. Pier", managerName: "Ada Quay" },
    { name: "Cem Dock", managerName: "Ada Quay" },
    { name: "Dee Moor", managerName: "Ada Quay" },
  ]);
  expect(result).toMatchObject({ problems: [] });
});

test.each(["QUAY, Ada", "Quay Ada", "ada quay", "Adá Quay", "Ada B. Quay", "Quay, Ada (A1)"])(
  "the manager %s is Ada Quay while only one person fits",
  async (manager) => {
    const lines = `Employee ID;Name;Manager\n1;Ada Quay;\n2;Ben Pier;${manager}\n`;
    expect(peopleIn(await planFile(lines))).toMatchObject([{}, { managerName: "Ada Quay" }]);
    const twice = await planFile(`${lines}3;Quay Ada;\n`);
    const names = "new" in twice ? twice.new.map(({ managerName }) => managerName) : [];
    // A name that one of the two is called in these very words is theirs; any other fits both.
    if (!["ada quay", "Quay Ada"].includes(manager)) expect(names).not.toContain("Quay Ada");
  },
);

test("Ada Quay, PhD is no family name", async () => {
  const result = await planFile('Employee ID,Name\n1,"Ada Quay, PhD"\n2,"Ben Pier, Jr."\n');
  expect(peopleIn(result)).toMatchObject([{ name: "Ada Quay, PhD" }, { name: "Ben Pier, Jr." }]);
});

test("what stands for nothing is empty, and counted", async () => {
  const result = await planFile(caseFile("placeholders.csv"));
  expect(peopleIn(result)).toMatchObject([
    { name: "Ada Quay", location: null, endDate: null, managerName: null, status: "active" },
    { name: "Ben Pier", location: "Leith", endDate: null, managerName: "Ada Quay" },
    { name: "Cem Dock", endDate: null },
    { name: "Dee Moor", endDate: null, location: null },
  ]);
  const notes = "notes" in result ? result.notes : [];
  expect(notes.filter((note) => note.endsWith(" placeholder"))).toHaveLength(7);
});

test.each([
  "(null)",
  "\\N",
  "k. A.",
  "s/d",
  "N.V.T.",
  "brak",
  "—",
  "not applicable",
  "None",
  "NaN",
])("%s is nothing as well", async (nothing) => {
  const result = await planFile(`${HEADER},Job title\nC01,Ada Quay,ada@x.org,${nothing}\n`);
  expect(peopleIn(result)).toMatchObject([{ jobTitle: null }]);
  expect(result).toMatchObject({ notes: ["2 placeholder"] });
});

test("people called Null and people in Namibia stay", async () => {
  const csv = "Employee ID,First Name,Last Name,Country\n1,Jennifer,Null,NA\n2,Nan,Blank,NULL\n";
  expect(peopleIn(await planFile(csv))).toMatchObject([
    { name: "Jennifer Null", country: "NA" },
    { name: "Nan Blank", country: null },
  ]);
});

test("an end in 9999 is no end", async () => {
  const result = await planFile(caseFile("end-date-9999.csv"));
  expect(peopleIn(result)).toMatchObject([
    { name: "Ada Quay", endDate: null, status: "active" },
    { name: "Ben Pier", endDate: null, status: "active" },
    { name: "Cem Dock", endDate: "2022-06-30", status: "inactive" },
  ]);
  expect(result).toMatchObject({ notes: ["2 no-end", "3 no-end"] });
});

test.each(["2999-12-31", "12/31/9999", "31.12.2099", "99991231", "2958465", "9999-12-31T00:00:00"])(
  "%s is no end as well",
  async (end) => {
    const csv = `${HEADER},Start date,End date\nC01,Ada Quay,ada@x.org,2020-12-31,${end}\n`;
    const result = await planFile(csv, {});
    expect(peopleIn(result)).toMatchObject([{ endDate: null, status: "active" }]);
  },
);

test("who manages themselves is at the top", async () => {
  const result = await planFile(caseFile("ceo-self.csv"));
  expect(peopleIn(result)).toMatchObject([
    { name: "Ada Quay", managerName: null },
    { name: "Ben Pier", managerName: "Ada Quay" },
    { name: "Cem Dock", managerName: "Ben Pier" },
  ]);
  expect(result).toMatchObject({ notes: ["2 own-manager"], problems: [] });
});

test("rows whose manager nobody knows come in without, all or one by one, and nobody below falls", async () => {
  const file = caseFile("manager-outside.csv");
  expect(await planFile(file)).toMatchObject({
    problems: ["2 manager-unknown", "3 manager-rejected", "4 manager-rejected"],
  });
  for (const withoutManager of ["all", [2]] as const) {
    const answers = {
      withoutManager: withoutManager === "all" ? withoutManager : [...withoutManager],
    };
    const result = await planFile(file, { answers });
    expect(result).toMatchObject({ problems: [], notes: ["2 without-manager"] });
    expect(peopleIn(result)).toMatchObject([
      { name: "Ben Pier", managerName: null },
      { name: "Cem Dock", managerName: "Ben Pier" },
      { name: "Dee Moor", managerName: "Cem Dock" },
    ]);
  }
  // The one below alone comes in without the manager who is left out.
  expect(await planFile(file, { answers: { withoutManager: [3] } })).toMatchObject({
    problems: ["2 manager-unknown"],
    new: [
      { name: "Cem Dock", managerName: null },
      { name: "Dee Moor", managerName: "Cem Dock" },
    ],
  });
});

test("an id formatted 00000 keeps its zeros, so that managers are found", async () => {
  expect(peopleIn(await planFile(caseFile("zeros-by-number-format.xlsx")))).toMatchObject([
    { employeeId: "00042", startDate: "2021-01-05" },
    { employeeId: "00043", managerName: "Ada Quay" },
    { employeeId: "00044", managerName: "Ada Quay" },
  ]);
});

test("dates of every kind are read; only what is none is refused", async () => {
  const result = await planFile(caseFile("dates.csv"));
  expect(result).toMatchObject({ problems: ["11 date-invalid"] });
  const dates = "new" in result ? result.new.map(({ startDate }) => startDate) : [];
  expect(dates).toHaveLength(14);
  expect(new Set(dates)).toEqual(new Set(["2021-01-05", "2021-05-01", "2021-05-13", "2021-05-05"]));
});

test("zones and languages are understood by many names; what is not is kept and said", async () => {
  const result = await planFile(caseFile("time-zones-languages.csv"));
  expect(peopleIn(result)).toMatchObject([
    { timezone: "Asia/Kolkata", language: "de-DE" },
    { timezone: "Europe/Berlin", language: "de" },
    { timezone: "America/Los_Angeles", language: "de-CH" },
    { timezone: "Europe/Kyiv", language: "de" },
    { timezone: "Etc/GMT-9", language: "de" },
    { timezone: "Europe/Berlin", language: "de" },
  ]);
  const odd = await planFile(`${HEADER},Time Zone,Language\nC01,Ada,a@x.org,Narnia,Elvish\n`);
  expect(odd).toMatchObject({
    new: [{ timezone: "Narnia", language: "Elvish" }],
    notes: ["2 zone-unknown", "2 language-unknown"],
  });
});

test("a German file needs no help", async () => {
  const result = await planFile(caseFile("personio-german.csv"));
  expect(result).toMatchObject({ questions: [], problems: [] });
  expect(peopleIn(result)).toMatchObject([
    { name: "Ada Kai", department: "Betrieb", jobTitle: "Leitung", status: "active" },
    { name: "Ben Pier", managerName: "Ada Kai", startDate: "2019-03-01" },
    { name: "Cem Dock", status: "inactive", endDate: "2020-03-31" },
  ]);
});

test.each([
  "Matricule;Prénom;Nom;E-mail professionnel;Service;Intitulé du poste;Responsable hiérarchique;Date d'entrée;Date de sortie;Langue",
  "Número de empleado;Nombre;Apellidos;Correo electrónico;Departamento;Puesto;Jefe directo;Fecha de alta;Fecha de baja;Idioma",
  "Matrícula;Nome próprio;Sobrenome;E-mail profissional;Setor;Cargo;Gestor direto;Data de admissão;Data de demissão;Idioma",
  "Personeelsnummer;Voornaam;Achternaam;Zakelijk e-mail;Afdeling;Functie;Leidinggevende;Datum in dienst;Datum uit dienst;Taal",
  "Numer pracownika;Imię;Nazwisko;Adres e-mail;Dział;Stanowisko;Przełożony;Data zatrudnienia;Data zwolnienia;Język",
  "Matricola;Nome;Cognome;Indirizzo e-mail;Reparto;Mansione;Responsabile diretto;Data di assunzione;Data di cessazione;Lingua",
])("the columns of %s are known", async (header) => {
  const result = await planFile(`${header}\n1;Ada;Kai;ada@x.org;D;P;;2015-02-01;;de\n`);
  expect(result).toMatchObject({
    columns: [
      ...["employeeId", "givenName", "familyName", "email", "department", "jobTitle", "manager"],
      ...["startDate", "endDate", "language"],
    ],
  });
});

test("of several posts of one person the main one counts: active, then larger, then later", async () => {
  const header = "Employee ID,Name,Department,FTE,Start date,End date";
  const rows = [
    "1,Ada Quay,Left behind,1,2021-01-01,2022-01-01",
    "1,Ada Quay,Half,0.4,2023-01-01,",
    "1,Ada Quay,Main,60 %,2020-01-01,",
    "2,Ben Pier,Early,,2020-01-01,",
    "2,Ben Pier,Late,,2021-01-01,",
    "3,Cem Dock,One,,,",
    "3,Cem Dock,Other,,,",
  ];
  const result = await planFile([header, ...rows].join("\n"));
  expect(peopleIn(result)).toMatchObject([
    { name: "Ada Quay", department: "Main" },
    { name: "Ben Pier", department: "Late" },
  ]);
  expect(result).toMatchObject({
    notes: ["4 main-post", "6 main-post"],
    problems: [
      "2 other-post",
      "3 other-post",
      "5 other-post",
      "7 duplicate-employee-id",
      "8 duplicate-employee-id",
    ],
  });
});

test("an empty cell erases nothing unless it is told to, and is counted", async () => {
  const existing = [personRecord({ id: "a", employeeId: "1", name: "Ada", jobTitle: "Skipper" })];
  const csv = "Employee ID,Name,Job title,Department\n1,Ada,,\n";
  const kept = await planFile(csv, { existing });
  expect(kept).toMatchObject({ plan: { unchanged: [{}], changed: [], erasable: 1 } });
  const erased = await planFile(csv, { existing, emptyCells: "clear" });
  expect(erased).toMatchObject({ plan: { changed: [{ changes: [{ to: null }] }] } });
});
