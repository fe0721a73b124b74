export { UsefulnessPanel } from "./components/usefulness-panel.tsx";
