import { Badge } from "../badge.tsx";
import { Button, ButtonLink } from "../button.tsx";
import { DescriptionList } from "../description-list.tsx";
import { Disclosure } from "../disclosure.tsx";
import { EmptyState } from "../empty-state.tsx";
import { AlertIcon, CheckIcon, DownloadIcon, PeopleIcon } from "../icons.tsx";
import { Link } from "../link.tsx";
import { LiveStatus } from "../live-status.tsx";
import { Notice } from "../notice.tsx";
import { PageHeader } from "../page-header.tsx";
import { Panel } from "../panel.tsx";
import { Progress } from "../progress.tsx";
import { longWord, rightToLeft, sampleParagraph } from "./samples.ts";
import { Section, Shelf, Specimen } from "./section.tsx";

function Headers() {
  return (
    <Specimen name="Page header: full, long words, right to left">
      <PageHeader
        title="Autumn feedback 2025"
        status={<Badge tone="accent">Collecting</Badge>}
        lead="214 of 380 answers are in. The cycle closes on 28 November 2025."
        breadcrumbs={[
          { label: "Home", href: "/" },
          { label: "Feedback", href: "/feedback" },
        ]}
        action={<Button variant="primary">Remind those who wait</Button>}
      />
      <PageHeader title={`${longWord} und ${longWord}`} lead={sampleParagraph} />
      <PageHeader title={rightToLeft} />
    </Specimen>
  );
}

function Messages() {
  return (
    <>
      <Specimen name="Notice: info, success, danger">
        <Notice title="Who sees what">
          Your answers are shown only together with those of at least two others.
        </Notice>
        <Notice tone="success">12 people were added and 3 changed.</Notice>
        <Notice
          tone="danger"
          title="The file was not taken"
          action={<Button size="small">Try again</Button>}
        >
          Row 17 names a manager who is not in the file. Nothing was changed.
        </Notice>
      </Specimen>
      <Specimen name="Live status">
        <LiveStatus>Saved at 14:02</LiveStatus>
      </Specimen>
      <Specimen name="Progress: none, some, all, own words">
        <Progress label="Answers" value={0} max={54} />
        <Progress label="Answers" value={21} max={54} />
        <Progress label="Answers" value={54} max={54} />
        <Progress
          label="Import"
          value={6200}
          max={10000}
          text="6,200 of 10,000 rows checked"
          labelHidden
        />
      </Specimen>
      <Specimen name="Badge">
        <Shelf>
          <Badge>Draft</Badge>
          <Badge tone="accent">Collecting</Badge>
          <Badge tone="managing">Managing</Badge>
          <Badge tone="leading">Leading</Badge>
          <Badge tone="success" icon={<CheckIcon />}>
            Released
          </Badge>
          <Badge tone="danger" icon={<AlertIcon />}>
            Rejected
          </Badge>
        </Shelf>
      </Specimen>
    </>
  );
}

function Sheets() {
  return (
    <>
      <Specimen name="Empty state: with picture, in a panel">
        <EmptyState
          title="Your people will be here"
          picture={<PeopleIcon className="size-10" />}
          action={
            <ButtonLink href="/import" variant="primary">
              Import people
            </ButtonLink>
          }
        >
          Bring a CSV or XLSX file from your HR system. You see what would change before anything is
          stored.
        </EmptyState>
      </Specimen>
      <Specimen name="Panel, description list and disclosure">
        <div className="grid gap-4 lg:grid-cols-2">
          <Panel
            title="Ana Duarte"
            lead="Head of terminal operations"
            action={
              <Button size="small" icon={<DownloadIcon />}>
                Export
              </Button>
            }
          >
            <DescriptionList
              items={[
                {
                  term: "E-mail address",
                  details: <Link href="mailto:a@x.example">ana@harbourline.example</Link>,
                },
                { term: "Manager", details: <bdi>{rightToLeft}</bdi> },
                { term: "A long word", details: longWord },
                { term: "Started", details: "3 March 2019" },
              ]}
            />
          </Panel>
          <Panel title="How sure is this?" level={3}>
            <p>{sampleParagraph}</p>
            <Disclosure summary="How the interval is worked out">
              <p>{sampleParagraph}</p>
            </Disclosure>
            <Disclosure summary="Open from the start" open>
              <p>{sampleParagraph}</p>
            </Disclosure>
          </Panel>
        </div>
      </Specimen>
    </>
  );
}

export function ContentGallery() {
  return (
    <Section id="content" title="Content and messages">
      <Headers />
      <Messages />
      <Sheets />
    </Section>
  );
}
