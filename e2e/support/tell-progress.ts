import { onDatabase } from "./database.ts";

/** As if the next of the two steps of the day had come: HR sees how far every round is now. */
export async function tellProgressNow(dataDir: string): Promise<void> {
  await onDatabase(
    dataDir,
    "UPDATE response SET told = CASE WHEN state = 'submitted' THEN 'done' WHEN revision > 1 THEN 'started' END",
  );
}
