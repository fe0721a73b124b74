const HEADER =
  "Employee Id,First Name,Last Name,Email,Job Title,Job Title Level,Department,Country,Start Date,Manager Id";
const FIRST_NAMES = ["Ana", "Bo", "Chidi", "Dagny", "Elif", "Farah", "Goran", "Hiroshi", "Inês"];
const LAST_NAMES = ["Lima", "Chen", "Okafor", "Nilsen", "Yılmaz", "Haddad", "Petrović", "Sato"];
const DEPARTMENTS = ["Deck", "Engine", "Catering", "Terminals", "Finance", "People"];
const COUNTRIES = ["Norway", "Ireland", "Portugal"];
const SPAN_OF_CONTROL = 8;

/** A CSV file of an organisation of this size, in which everyone but the first has a manager. */
export function peopleFile(count: number, title = "Specialist"): Buffer {
  const lines = Array.from({ length: count }, (_, index) => line(index, title));
  return Buffer.from(`${[HEADER, ...lines].join("\r\n")}\r\n`);
}

function line(index: number, title: string): string {
  const manager = index === 0 ? "" : `E${Math.floor((index - 1) / SPAN_OF_CONTROL)}`;
  const level = 1 + Math.floor(Math.log(index + 1) / Math.log(SPAN_OF_CONTROL));
  const day = String((index % 28) + 1).padStart(2, "0");
  return [
    `E${index}`,
    FIRST_NAMES[index % FIRST_NAMES.length],
    LAST_NAMES[index % LAST_NAMES.length],
    `person.${index}@example.org`,
    title,
    level,
    DEPARTMENTS[index % DEPARTMENTS.length],
    COUNTRIES[index % COUNTRIES.length],
    `${2000 + (index % 25)}-03-${day}`,
    manager,
  ].join(",");
}
