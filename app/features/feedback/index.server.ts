export { closeCycle } from "./closing/close-cycle.server.ts";
export { scoreCycle } from "./closing/score-cycle.server.ts";
export { launchCycle } from "./launch/launch-cycle.server.ts";
export { submitNomination } from "./nomination/choose-raters.server.ts";
export { openNominations } from "./nomination/open-nominations.server.ts";
export { releaseCycle } from "./releasing/release-cycle.server.ts";
export { assignRaters } from "./setup/assign-raters.server.ts";
export { createCycle } from "./setup/create-cycle.server.ts";
export { editCycle, editCycleInput } from "./setup/edit-cycle.server.ts";
