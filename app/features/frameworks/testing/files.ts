/** What is said of a file where it doesn't say so itself. */
export const about = { name: "On the water", language: "en", levelNames: ["One", "Two", "Three"] };

/** Rows of a file, as they are read: numbered from 1. */
export const table = (...rows: string[][]) => rows.map((cells, at) => ({ row: at + 1, cells }));
