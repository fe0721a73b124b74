import { route } from "@react-router/dev/routes";
import type { FeatureRoutes } from "~/platform/feature/feature-routes.ts";

export default {
  framed: [
    route("cycles/:cycleId/insights", "features/reports/routes/cycle-insights.tsx"),
    route("round-reports", "features/reports/routes/round-reports.tsx"),
    route("cycles/:cycleId/files", "features/reports/routes/cycle-files.tsx"),
    route("reports", "features/reports/routes/reports.tsx"),
    route("reports/:reportId", "features/reports/routes/report.tsx"),
    route("reports/:reportId/usefulness", "features/reports/routes/report-usefulness.tsx"),
    route("reports/:reportId/share", "features/reports/routes/report-share.tsx"),
  ],
  bare: [
    route("reports/:reportId/pdf", "features/reports/routes/report-pdf.ts"),
    route("reports/:reportId/figures.csv", "features/reports/routes/report-figures-csv.ts"),
    route("reports/:reportId/figures.xlsx", "features/reports/routes/report-figures-xlsx.ts"),
    route("cycles/:cycleId/insights/pdf", "features/reports/routes/cycle-insights-pdf.ts"),
    route(
      "cycles/:cycleId/insights/figures.xlsx",
      "features/reports/routes/cycle-insights-xlsx.ts",
    ),
    route("cycles/:cycleId/files/:bundleId", "features/reports/routes/cycle-files-zip.ts"),
  ],
} satisfies FeatureRoutes;
