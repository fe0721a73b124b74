import type { ComponentProps } from "react";
import { cx } from "./cx.ts";

export type IconProps = Omit<ComponentProps<"svg">, "children">;

/** Line icons on a 20 by 20 grid, drawn for this product. They repeat words beside them, so they stay silent. */
function icon(...paths: string[]) {
  return function Icon({ className, ...rest }: IconProps) {
    return (
      <svg
        viewBox="0 0 20 20"
        width="20"
        height="20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
        className={cx("shrink-0", className)}
        {...rest}
      >
        {paths.map((path) => (
          <path key={path} d={path} />
        ))}
      </svg>
    );
  };
}

export const HomeIcon = icon("M3 9.2 10 3l7 6.2", "M5 8v8.5h10V8", "M8.3 16.5v-4.6h3.4v4.6");
export const PeopleIcon = icon(
  "M7.5 9.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6Z",
  "M2.2 16.5c.2-3 2.3-4.7 5.3-4.7s5.1 1.7 5.3 4.7",
  "M13 4.3a2.6 2.6 0 0 1 0 5",
  "M14.7 12.1c1.9.6 3 2.2 3.1 4.4",
);
export const PersonIcon = icon(
  "M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z",
  "M3.8 17c.3-3.3 2.7-5.2 6.2-5.2s5.9 1.9 6.2 5.2",
);
export const CycleIcon = icon(
  "M16.5 8.5A6.7 6.7 0 0 0 4.6 6",
  "M3.5 11.5A6.7 6.7 0 0 0 15.4 14",
  "M4.5 2.7V6H8",
  "M15.5 17.3V14H12",
);
export const ReportIcon = icon(
  "M5 2.5h7l3.5 3.5v11.5H5Z",
  "M12 2.5V6h3.5",
  "M7.7 10h5",
  "M7.7 13.5h5",
);
export const FrameworkIcon = icon(
  "M3 4.5h5.5v4.5H3Z",
  "M11.5 4.5H17v4.5h-5.5Z",
  "M3 12h5.5v4.5H3Z",
  "M11.5 12H17v4.5h-5.5Z",
);
export const InboxIcon = icon(
  "M3 11.5 5 4h10l2 7.5V16H3Z",
  "M3 11.5h4c0 1.7 1.2 2.7 3 2.7s3-1 3-2.7h4",
);
export const SettingsIcon = icon(
  "M3 6h8",
  "M15 6h2",
  "M13 4.2v3.6",
  "M3 14h2",
  "M9 14h8",
  "M7 12.2v3.6",
);
export const SearchIcon = icon(
  "M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Z",
  "m13.2 13.2 3.8 3.8",
);
export const PlusIcon = icon("M10 4v12", "M4 10h12");
export const MinusIcon = icon("M4 10h12");
/** As it is: two lines alike. */
export const KeepIcon = icon("M4 7.5h12", "M4 12.5h12");
export const CheckIcon = icon("m4 10.5 4 4 8-9");
export const CloseIcon = icon("m5 5 10 10", "M15 5 5 15");
export const ArrowRightIcon = icon("M4 10h12", "m11.5 5.5 4.5 4.5-4.5 4.5");
export const ArrowLeftIcon = icon("M16 10H4", "M8.5 5.5 4 10l4.5 4.5");
export const ChevronRightIcon = icon("m7.5 4.5 5.5 5.5-5.5 5.5");
export const ChevronDownIcon = icon("m4.5 7.5 5.5 5.5 5.5-5.5");
export const SortIcon = icon("m6.5 8 3.5-3.5L13.5 8", "m6.5 12 3.5 3.5 3.5-3.5");
export const SortUpIcon = icon("m5.5 11.5 4.5-4.5 4.5 4.5");
export const SortDownIcon = icon("m5.5 8.5 4.5 4.5 4.5-4.5");
export const UploadIcon = icon("M10 13V3.5", "M6.3 7 10 3.3 13.7 7", "M3.5 12.5v4h13v-4");
export const DownloadIcon = icon("M10 3.5V13", "m6.3 9.3 3.7 3.7 3.7-3.7", "M3.5 13v3.5h13V13");
export const AlertIcon = icon("M10 3 2.5 16.5h15Z", "M10 8.2v4", "M10 14.4v.1");
export const InfoIcon = icon(
  "M10 17.2a7.2 7.2 0 1 0 0-14.4 7.2 7.2 0 0 0 0 14.4Z",
  "M10 9.2v4.3",
  "M10 6.5v.1",
);
export const CheckCircleIcon = icon(
  "M10 17.2a7.2 7.2 0 1 0 0-14.4 7.2 7.2 0 0 0 0 14.4Z",
  "m6.8 10.3 2.3 2.3 4.2-5",
);
export const ShareIcon = icon(
  "M7 10.8l6-3.6",
  "M7 12.2l6 3.4",
  "M5 13.8a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z",
  "M15 8a2.3 2.3 0 1 0 0-4.6A2.3 2.3 0 0 0 15 8Z",
  "M15 18.4a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z",
);
export const MailIcon = icon("M2.8 5h14.4v10.5H2.8Z", "m3 5.5 7 5.5 7-5.5");
export const CalendarIcon = icon(
  "M3.2 4.8h13.6v12H3.2Z",
  "M3.2 8.5h13.6",
  "M6.8 2.8v3.5",
  "M13.2 2.8v3.5",
);
export const ClockIcon = icon(
  "M10 17.2a7.2 7.2 0 1 0 0-14.4 7.2 7.2 0 0 0 0 14.4Z",
  "M10 6v4.2l2.8 1.8",
);
export const LockIcon = icon("M4.5 9h11v8h-11Z", "M6.8 9V6.5a3.2 3.2 0 0 1 6.4 0V9");
export const EditIcon = icon("M4 16.2 4.6 13 13 4.6l2.5 2.5L7.1 15.5Z", "m11.3 6.3 2.5 2.5");
export const TrashIcon = icon(
  "M3.5 5.5h13",
  "M8 5.3V3.2h4v2.1",
  "m5 5.5.8 11.3h8.4L15 5.5",
  "M8.5 9v4.5",
  "M11.5 9v4.5",
);
export const MoreIcon = icon("M4.5 10h.01", "M10 10h.01", "M15.5 10h.01");
export const SignOutIcon = icon("M8.5 3.5H4v13h4.5", "M8 10h9", "m13.5 6.5 3.5 3.5-3.5 3.5");
export const SunIcon = icon(
  "M10 13.3a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6Z",
  "M10 2.5v1.5M10 16v1.5M2.5 10H4M16 10h1.5M4.7 4.7l1 1M14.3 14.3l1 1M4.7 15.3l1-1M14.3 5.7l1-1",
);
export const MoonIcon = icon("M16.5 11.8A6.9 6.9 0 1 1 8.2 3.5a5.5 5.5 0 0 0 8.3 8.3Z");
export const ScreenIcon = icon("M2.8 4h14.4v9.5H2.8Z", "M7 16.8h6", "M10 13.5v3.3");

/** Turns while an action is under way; stands still when motion is unwelcome. */
export function SpinnerIcon({ className, ...rest }: IconProps) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      aria-hidden="true"
      focusable="false"
      className={cx("shrink-0 animate-spin", className)}
      {...rest}
    >
      <path d="M10 3a7 7 0 1 1-7 7" />
    </svg>
  );
}
