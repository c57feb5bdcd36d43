type Labels = Record<string, string | number>;

/** Counts of what this process has done since it started, for Prometheus (text format 0.0.4). Never names or ids of people. */
export interface Metrics {
  /** A number that only grows, by labels: `metrics.counter("romslig_claims_total", "…")`. */
  counter(name: string, help: string): { add(labels?: Labels, amount?: number): void };
  /** How long things took, in seconds, in buckets. */
  histogram(name: string, help: string, buckets?: number[]): { observe(labels: Labels, seconds: number): void };
  /** A number read when somebody asks. */
  gauge(name: string, help: string, read: () => number | Promise<number> | [Labels, number][] | Promise<[Labels, number][]>): void;
  /** Everything, as Prometheus reads it. */
  render(): Promise<string>;
}

const usualBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics(): Metrics {
  const families = new Map<string, { help: string; type: string; lines: () => string[] | Promise<string[]> }>();
  const made = new Map<string, unknown>();

  return {
    counter: (name, help) => once(name, () => counter(name, help)),
    histogram: (name, help, buckets = usualBuckets) => once(name, () => histogram(name, help, buckets)),
    gauge(name, help, read) {
      families.set(name, {
        help,
        type: "gauge",
        lines: async () => {
          const value = await read();
          return typeof value === "number" ? [`${name} ${value}`] : value.map(([labels, amount]) => `${name}${braces(labels)} ${amount}`);
        },
      });
    },
    async render() {
      const parts = await Promise.all(
        [...families].map(async ([name, { help, type, lines }]) => [
          `# HELP ${name} ${help}`,
          `# TYPE ${name} ${type}`,
          ...(await lines()),
        ]),
      );
      return `${parts.flat().join("\n")}\n`;
    },
  };

  // the same name is the same measure, whoever asks for it
  function once<Measure>(name: string, make: () => Measure): Measure {
    const known = (made.get(name) as Measure | undefined) ?? make();
    made.set(name, known);
    return known;
  }

  function counter(name: string, help: string) {
    const values = new Map<string, number>();
    families.set(name, { help, type: "counter", lines: () => [...values].map(([labels, value]) => `${name}${labels} ${value}`) });
    return {
      add(labels: Labels = {}, amount = 1) {
        const key = braces(labels);
        values.set(key, (values.get(key) ?? 0) + amount);
      },
    };
  }

  function histogram(name: string, help: string, buckets: number[]) {
    const values = new Map<string, { labels: Labels; counts: number[]; sum: number; count: number }>();
    families.set(name, { help, type: "histogram", lines: () => [...values.values()].flatMap(linesOf) });
    return {
      observe(labels: Labels, seconds: number) {
        const key = braces(labels);
        const value = values.get(key) ?? { labels, counts: buckets.map(() => 0), sum: 0, count: 0 };
        buckets.forEach((bound, place) => {
          if (seconds <= bound) value.counts[place] = (value.counts[place] ?? 0) + 1;
        });
        value.sum += seconds;
        value.count += 1;
        values.set(key, value);
      },
    };

    function linesOf({ labels, counts, sum, count }: { labels: Labels; counts: number[]; sum: number; count: number }): string[] {
      return [
        ...buckets.map((bound, place) => `${name}_bucket${braces({ ...labels, le: bound })} ${counts[place]}`),
        `${name}_bucket${braces({ ...labels, le: "+Inf" })} ${count}`,
        `${name}_sum${braces(labels)} ${sum}`,
        `${name}_count${braces(labels)} ${count}`,
      ];
    }
  }
}

function braces(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${String(value).replace(/[\\"\n]/g, escapeOf)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

function escapeOf(letter: string): string {
  return letter === "\n" ? "\\n" : `\\${letter}`;
}
