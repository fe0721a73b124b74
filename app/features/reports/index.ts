export { UsefulnessPanel } from "./components/usefulness-panel.tsx";
export { REPORT } from "./report/granted-report.ts";
