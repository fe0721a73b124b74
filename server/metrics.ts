import { createServer } from "node:http";
import { PrometheusExporter, PrometheusSerializer } from "@opentelemetry/exporter-prometheus";
import { MeterProvider } from "@opentelemetry/sdk-metrics";

export type Metrics = {
  /** Counts a page by method and status class: no path, because a path can be a personal link. */
  pageServed(method: string, status: number, milliseconds: number): void;
  /** Serves the figures to Prometheus on a port of its own, away from the public one. */
  listen(port: number): Promise<void>;
  close(): Promise<void>;
};

export function createMetrics(): Metrics {
  const exporter = new PrometheusExporter({ preventServerStart: true });
  const provider = new MeterProvider({ readers: [exporter] });
  const meter = provider.getMeter("twohats");
  const durations = meter.createHistogram("twohats_page_duration_milliseconds", {
    description: "Server time of a page or action",
    advice: { explicitBucketBoundaries: [5, 10, 25, 50, 100, 150, 250, 500, 1_000, 5_000] },
  });
  const serializer = new PrometheusSerializer();
  const server = createServer(async (_request, response) => {
    const { resourceMetrics } = await exporter.collect();
    response.setHeader("Content-Type", "text/plain; version=0.0.4");
    response.end(serializer.serialize(resourceMetrics));
  });
  return {
    pageServed: (method, status, milliseconds) =>
      durations.record(milliseconds, { method, status: `${Math.floor(status / 100)}xx` }),
    listen: (port) => new Promise((resolve) => server.listen(port, "127.0.0.1", resolve)),
    close: async () => {
      server.close();
      await provider.shutdown();
    },
  };
}
