/** The columns of our own tables, one row for each competency and level, with other words for them that are understood. */
export const tableColumns = {
  id: ["Id", "Competency id", "Kennung"],
  group: ["Group", "Groups", "Category", "Gruppe"],
  name: ["Competency", "Skill", "Name", "Kompetenz"],
  description: ["Description", "Beschreibung"],
  hat: ["Hat", "Hut"],
  tags: ["Tags", "Schlagworte"],
  otherNames: ["Other names", "Andere Namen"],
  sourceUri: ["Source", "Quelle"],
  level: ["Level", "Stufe"],
  levelName: ["Level name", "Name der Stufe"],
  anchor: ["Behaviour", "Anchor", "Verhalten"],
  observableBy: ["Observable by", "Sichtbar für"],
} as const;

export type TableColumn = keyof typeof tableColumns;
