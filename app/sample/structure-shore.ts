import { branch, directorate } from "./structure.ts";

/** Terminals on three quays and the contact centre. */
export const terminals = directorate(
  "Terminals and passengers",
  branch("Terminals and passengers director", "Executive", "Dublin", ""),
  [
    [
      "Terminals",
      branch(
        "Terminal manager, Bergen",
        "Manager",
        "Bergen",
        "Port facility security officer, Berth planner",
        [branch("Shift leader, Bergen", "Team leader", "Bergen", "Terminal agent x3, Stevedore")],
      ),
    ],
    [
      "Terminals",
      branch(
        "Terminal manager, Dublin",
        "Manager",
        "Dublin",
        "Port facility security officer, Berth planner",
        [
          branch(
            "Shift leader, Dublin",
            "Team leader",
            "Dublin",
            "Terminal agent x3, Stevedore x2",
          ),
        ],
      ),
    ],
    [
      "Terminals",
      branch("Terminal manager, Lisbon", "Manager", "Lisbon", "Port facility security officer", [
        branch("Shift leader, Lisbon", "Team leader", "Lisbon", "Terminal agent x3"),
      ]),
    ],
    [
      "Passenger care",
      branch(
        "Contact centre manager",
        "Manager",
        "Lisbon",
        "Passenger care agent x9, Passenger care agent x3 @Dublin, Complaints specialist x2",
      ),
    ],
  ],
);

/** Sales, booking and marketing. */
export const commercial = directorate(
  "Commercial",
  branch("Commercial director", "Executive", "Dublin", "Pricing analyst"),
  [
    [
      "Sales",
      branch("Head of sales", "Senior manager", "Dublin", "Key account manager", [
        branch(
          "Freight sales manager",
          "Manager",
          "Stavanger",
          "Freight sales adviser x2, Freight sales adviser @Dublin",
        ),
        branch(
          "Passenger sales manager",
          "Manager",
          "Lisbon",
          "Group travel adviser x2, Sales coordinator",
        ),
      ]),
    ],
    [
      "Digital and booking",
      branch(
        "Head of digital and booking",
        "Senior manager",
        "Dublin",
        "Product owner, Web analyst",
        [
          branch(
            "Booking systems lead",
            "Team leader",
            "Lisbon",
            "Software developer x3, Test engineer",
          ),
        ],
      ),
    ],
    [
      "Marketing",
      branch(
        "Marketing manager",
        "Manager",
        "Bergen",
        "Campaign planner, Content editor, Designer",
      ),
    ],
  ],
);

/** Accounting, administration and IT. */
export const finance = directorate(
  "Finance and administration",
  branch("Finance director", "Executive", "Dublin", "Business analyst"),
  [
    [
      "Accounting",
      branch(
        "Financial controller",
        "Senior manager",
        "Dublin",
        "Accountant x2, Accountant @Lisbon, Accounts assistant",
      ),
    ],
    [
      "Administration",
      branch(
        "Office and insurance manager",
        "Manager",
        "Lisbon",
        "Insurance adviser, Office coordinator x2",
      ),
    ],
    [
      "IT",
      branch(
        "IT manager",
        "Manager",
        "Bergen",
        "Network engineer, Ship systems engineer, Service desk analyst x2",
      ),
    ],
  ],
);

/** Signs in as HR admin in the sample. */
export const hrAdminTitle = "People systems adviser";

/** Training, people services and recruitment. */
export const peopleAndCulture = directorate(
  "People and culture",
  branch(
    "People director",
    "Executive",
    "Bergen",
    "HR partner @Bergen, HR partner @Dublin, HR partner @Lisbon, Communications adviser",
  ),
  [
    [
      "Training",
      branch(
        "Training and simulator manager",
        "Manager",
        "Bergen",
        "Simulator instructor x2, Learning adviser, Course coordinator",
      ),
    ],
    [
      "People services",
      branch(
        "People services manager",
        "Manager",
        "Dublin",
        `Payroll specialist x3, ${hrAdminTitle}`,
      ),
    ],
    [
      "Recruitment",
      branch("Recruitment lead", "Team leader", "Lisbon", "Recruiter x2, Recruiter @Bergen"),
    ],
  ],
);
