import { PageHeader } from "../page-header.tsx";
import { Tabs } from "../tabs.tsx";
import { ToastProvider } from "../toast.tsx";
import { ActionGallery } from "./action-gallery.tsx";
import { ChartGallery } from "./chart-gallery.tsx";
import { ContentGallery } from "./content-gallery.tsx";
import { FormGallery } from "./form-gallery.tsx";
import { ReportGallery } from "./report-gallery.tsx";
import { TableGallery } from "./table-gallery.tsx";

const families = [
  { href: "#actions", label: "Actions" },
  { href: "#forms", label: "Forms" },
  { href: "#content", label: "Content" },
  { href: "#tables", label: "Tables" },
  { href: "#charts", label: "Charts" },
  { href: "#reports", label: "Pages and reports" },
];

/** Every primitive and chart in all its states; for development, inside any shell. */
export function Gallery() {
  return (
    <ToastProvider>
      <PageHeader
        title="Gallery"
        lead="Every primitive and chart: empty, normal, overfull, wrong, disabled, with long words and from right to left."
      />
      <Tabs label="Families" tabs={families} />
      <ActionGallery />
      <FormGallery />
      <ContentGallery />
      <TableGallery />
      <ChartGallery />
      <ReportGallery />
    </ToastProvider>
  );
}
