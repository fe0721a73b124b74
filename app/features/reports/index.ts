export { UsefulnessForm } from "./components/usefulness-form.tsx";
export { UsefulnessPanel } from "./components/usefulness-panel.tsx";
