import { branch, directorate, type Place } from "./structure.ts";

function ship(name: string, place: Place, officers: string, deck: string, onboard: string) {
  return branch(`Master, ${name}`, "Manager", place, officers, [
    branch(`Chief officer, ${name}`, "Team leader", place, deck),
    branch(`Chief purser, ${name}`, "Team leader", place, onboard),
  ]);
}

function engineRoom(name: string, place: Place, crew: string) {
  return branch(`Chief engineer, ${name}`, "Manager", place, crew);
}

/** Ships, their crews, operations control, crewing and safety. */
export const fleet = directorate(
  "Fleet operations",
  branch("Fleet operations director", "Executive", "Dublin", ""),
  [
    [
      "Norway routes",
      branch(
        "Head of fleet, Norway",
        "Senior manager",
        "Bergen",
        "Marine superintendent, Port captain",
        [
          ship(
            "Havterne",
            "Bergen",
            "Second officer, Third officer, Ship safety officer",
            "Bosun, Able seafarer x3, Deck cadet",
            "Purser, Steward x3",
          ),
          ship(
            "Fjordlys",
            "Stavanger",
            "Second officer, Third officer",
            "Bosun, Able seafarer x3",
            "Purser, Steward x3",
          ),
        ],
      ),
    ],
    [
      "Irish Sea routes",
      branch("Head of fleet, Irish Sea", "Senior manager", "Dublin", "Marine superintendent", [
        ship(
          "Inis Solas",
          "Dublin",
          "Second officer, Third officer",
          "Bosun, Able seafarer x4",
          "Purser x2, Steward x3",
        ),
        ship(
          "Cormorant",
          "Rosslare",
          "Second officer",
          "Bosun, Able seafarer x3",
          "Purser, Steward x2",
        ),
      ]),
    ],
    [
      "Portugal routes",
      branch(
        "Head of fleet, Portugal",
        "Senior manager",
        "Lisbon",
        "Marine superintendent, Fast craft pilot @Funchal",
        [
          ship(
            "Gaivota",
            "Funchal",
            "Second officer, Third officer",
            "Bosun, Able seafarer x3",
            "Purser, Steward x3",
          ),
        ],
      ),
    ],
    [
      "Operations control",
      branch("Operations control manager", "Manager", "Dublin", "Duty controller x6"),
    ],
    [
      "Crewing",
      branch("Crewing manager", "Manager", "Bergen", "Crewing officer x2, Crewing officer @Lisbon"),
    ],
    [
      "Safety",
      branch(
        "Head of safety and compliance",
        "Senior manager",
        "Dublin",
        "Safety adviser x2, Environment adviser",
      ),
    ],
  ],
);

/** Engine rooms, workshops, projects and stores. */
export const engineering = directorate(
  "Engineering and maintenance",
  branch("Engineering director", "Executive", "Bergen", ""),
  [
    [
      "Technical Norway",
      branch(
        "Technical superintendent, Norway",
        "Senior manager",
        "Bergen",
        "Electrical superintendent",
        [
          engineRoom(
            "Havterne",
            "Bergen",
            "Second engineer, Third engineer, Motor mechanic x2, Ship electrician",
          ),
          engineRoom(
            "Fjordlys",
            "Stavanger",
            "Second engineer, Motor mechanic x2, Ship electrician",
          ),
        ],
      ),
    ],
    [
      "Technical Irish Sea",
      branch("Technical superintendent, Irish Sea", "Senior manager", "Dublin", "", [
        engineRoom("Inis Solas", "Dublin", "Second engineer, Third engineer, Motor mechanic x2"),
        engineRoom("Cormorant", "Rosslare", "Second engineer, Motor mechanic x2"),
        branch(
          "Workshop foreman, Rosslare",
          "Team leader",
          "Rosslare",
          "Welder x2, Fitter x2, Apprentice fitter",
        ),
      ]),
    ],
    [
      "Technical Portugal",
      branch("Technical superintendent, Portugal", "Senior manager", "Lisbon", "", [
        engineRoom("Gaivota", "Funchal", "Second engineer, Motor mechanic x2, Ship electrician"),
        branch(
          "Workshop foreman, Lisbon",
          "Team leader",
          "Lisbon",
          "Fitter x2, Painter, Apprentice fitter",
        ),
      ]),
    ],
    [
      "Projects",
      branch(
        "Dry dock and projects manager",
        "Manager",
        "Bergen",
        "Project engineer x2, Naval architect",
      ),
    ],
    ["Stores", branch("Stores and spares manager", "Manager", "Dublin", "Buyer, Storekeeper x2")],
  ],
);
