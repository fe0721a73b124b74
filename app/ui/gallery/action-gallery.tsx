import { Button, ButtonLink } from "../button.tsx";
import { Dialog } from "../dialog.tsx";
import * as icons from "../icons.tsx";
import { Link } from "../link.tsx";
import { Pagination } from "../pagination.tsx";
import { Stepper } from "../stepper.tsx";
import { Tabs } from "../tabs.tsx";
import { useToast } from "../toast.tsx";
import { longWord, rightToLeft } from "./samples.ts";
import { Section, Shelf, Specimen } from "./section.tsx";

const variants = ["primary", "secondary", "quiet", "caution", "danger"] as const;

function Buttons() {
  return (
    <>
      <Specimen name="Button: variants, as buttons and as links">
        <Shelf>
          {variants.map((variant) => (
            <Button key={variant} type="button" variant={variant}>
              {variant}
            </Button>
          ))}
          {variants.map((variant) => (
            <ButtonLink key={variant} href="#actions" variant={variant} size="small">
              {variant}, small link
            </ButtonLink>
          ))}
        </Shelf>
      </Specimen>
      <Specimen name="Button: with icon, busy, disabled, long words, right to left">
        <Shelf>
          <Button type="button" variant="primary" icon={<icons.PlusIcon />}>
            New cycle
          </Button>
          <Button type="button" variant="primary" busy>
            Sending
          </Button>
          <Button type="button" variant="primary" disabled>
            Not yet
          </Button>
          <Button type="button" disabled>
            Not yet
          </Button>
          <Button type="button">{longWord}</Button>
          <Button type="button" variant="primary">
            {rightToLeft}
          </Button>
        </Shelf>
      </Specimen>
    </>
  );
}

function Overlays() {
  const show = useToast();
  return (
    <Specimen name="Dialog and toast">
      <Shelf>
        <Dialog
          trigger="Delete the cycle"
          triggerLook={{ variant: "secondary", icon: <icons.TrashIcon /> }}
          href="#confirm"
          title="Delete this cycle and its 214 answers?"
        >
          {(close) => (
            <form method="post" className="flex flex-col gap-5">
              <p>The answers are erased at once and cannot be brought back.</p>
              <div className="flex flex-wrap gap-3">
                <Button variant="danger">Delete the cycle</Button>
                <Button type="button" onClick={close}>
                  Keep it
                </Button>
              </div>
            </form>
          )}
        </Dialog>
        <Button type="button" onClick={() => show({ message: "The reminder is on its way." })}>
          Show a toast
        </Button>
        <Button
          type="button"
          onClick={() => show({ message: "The reminder could not be sent.", tone: "danger" })}
        >
          Show an error toast
        </Button>
      </Shelf>
    </Specimen>
  );
}

function Ways() {
  return (
    <>
      <Specimen name="Link: text, quiet, muted, plain">
        <p className="max-w-reading">
          In <Link href="#actions">running text</Link>, as a{" "}
          <Link tone="quiet" href="#actions">
            name in a list
          </Link>
          , as a{" "}
          <Link tone="muted" href="#actions">
            secondary way out
          </Link>{" "}
          and as a{" "}
          <Link tone="plain" href="#actions">
            crumb
          </Link>
          .
        </p>
      </Specimen>
      <Specimen name="Tabs">
        <Tabs
          label="Parts of the cycle"
          tabs={[
            { label: "Progress", href: "#a", current: true },
            { label: "Participants", href: "#b", count: 40 },
            { label: "Invitations", href: "#c" },
            { label: longWord, href: "#d" },
          ]}
        />
      </Specimen>
      <Specimen name="Stepper: at the start, on the way, done">
        {[0, 2, 5].map((at) => (
          <Stepper
            key={at}
            label={`Creating a cycle, ${at}`}
            steps={["People", "Questions", "Raters", "Dates", "Invitation"].map((label, index) => ({
              label,
              state: index < at ? "done" : index === at ? "current" : "todo",
              ...(index < at ? { href: `#step-${index}` } : {}),
            }))}
          />
        ))}
      </Specimen>
      <Specimen name="Pagination: first, middle, last; one page shows nothing">
        {[1, 6, 12].map((page) => (
          <Pagination
            key={page}
            page={page}
            pages={12}
            label={`Pages, ${page}`}
            href={(to) => `#page-${to}`}
          />
        ))}
        <Pagination page={1} pages={1} href={(to) => `#page-${to}`} />
      </Specimen>
    </>
  );
}

function Icons() {
  return (
    <Specimen name="Icons">
      <ul className="flex flex-wrap gap-4">
        {Object.entries(icons).map(([name, Icon]) => (
          <li key={name} className="flex w-24 flex-col items-center gap-1.5 text-center text-xs">
            <Icon />
            {name.replace("Icon", "")}
          </li>
        ))}
      </ul>
    </Specimen>
  );
}

export function ActionGallery() {
  return (
    <Section id="actions" title="Actions and ways">
      <Buttons />
      <Overlays />
      <Ways />
      <Icons />
    </Section>
  );
}
