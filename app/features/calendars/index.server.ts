export { calendarEntriesContext } from "./entries-context.server.ts";
