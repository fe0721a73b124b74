import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { ImportState } from "./domain/import-state.ts";
import type { ImportAnswers } from "./domain/questions.ts";
import { suggestedSettings } from "./domain/settings.ts";
import type { FileTable } from "./domain/table.ts";
import { loadPendingImport, saveImportSettings } from "./import-store.server.ts";
import { mayImportPeople } from "./policy.ts";
import { readPendingImport } from "./read-pending-import.server.ts";

/** What may be answered at once; what is left out stays as it was. */
export type AnsweredNow = ImportAnswers & {
  emptyCells?: "clear" | "keep" | undefined;
  /** A row more that is accepted without its manager. */
  rowWithoutManager?: number | undefined;
};

const SHEETS_OWN = {
  ...{ hiddenRows: undefined, ignoreColumns: undefined },
  ...{ lists: undefined, withoutManager: undefined },
};

/**
 * Notes what somebody says about an uploaded file. Another sheet or encoding has other columns, so what was said about
 * those begins anew.
 */
export async function answerPeopleImport(
  platform: Pick<Platform, "database">,
  actor: Actor,
  importId: string,
  { emptyCells, rowWithoutManager, ...given }: AnsweredNow,
): Promise<Outcome<void, "not-allowed" | "unknown" | "busy">> {
  if (!mayImportPeople(actor)) return refuse("not-allowed");
  const isReadAnew = given.sheet !== undefined || given.encoding !== undefined;
  const before = await inOrganisation(platform, actor, (tx) =>
    loadPendingImport(tx, actor, importId),
  );
  if (!before) return refuse("unknown");
  const answers = { ...before.settings.answers, ...given };
  const read = isReadAnew ? await readPendingImport(platform, actor, importId, answers) : null;
  if (read && !read.ok) return read;
  return inOrganisation(platform, actor, async (tx) => {
    const pending = await loadPendingImport(tx, actor, importId, { lock: true });
    if (!pending) return refuse("unknown");
    const { settings } = pending;
    // Of another sheet, other rows are hidden and other columns have no meaning.
    const anew = given.sheet === undefined ? {} : SHEETS_OWN;
    const next: ImportState = {
      ...settings,
      ...(read && isOpen(settings, given) && begunAnew(read.value.table)),
      answers: { ...settings.answers, ...anew, ...given },
      emptyCells: emptyCells ?? settings.emptyCells,
    };
    if (rowWithoutManager !== undefined) next.answers = withRow(next.answers, rowWithoutManager);
    await saveImportSettings(tx, actor, importId, next);
    return accept(undefined);
  });
}

/** Whether nobody has said yet what the columns mean, of the sheet that is read now. */
function isOpen({ answers }: ImportState, { sheet }: ImportAnswers): boolean {
  return sheet !== undefined || !answers?.ignoreColumns;
}

function begunAnew(table: FileTable): Pick<ImportState, "columns" | "dateOrder"> {
  return { columns: suggestedSettings(table).columns, dateOrder: null };
}

function withRow(answers: ImportAnswers = {}, row: number): ImportAnswers {
  const { withoutManager = [] } = answers;
  if (withoutManager === "all") return answers;
  return { ...answers, withoutManager: [...new Set([...withoutManager, row])] };
}
