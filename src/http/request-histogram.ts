/** How long requests took, by route, method and status: prom-client's own histogram builds and hashes labels each time. */

/** Upper bounds, in seconds. */
const BOUNDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

interface Series {
  labels: { route: string; method: string; status: number };
  /** Requests in each bucket alone; the last is beyond the bounds. */
  counts: number[];
  sum: number;
}

/** A metric as a registry of prom-client takes it. */
export class RequestHistogram {
  readonly #series = new Map<string, Map<number, Series>>();

  constructor(
    readonly name: string,
    readonly help: string,
  ) {}

  observe(route: string, method: string, status: number, seconds: number): void {
    // Most requests are GET, whose key is the route itself.
    const key = method === 'GET' ? route : `${method} ${route}`;
    let statuses = this.#series.get(key);
    if (statuses === undefined) {
      statuses = new Map();
      this.#series.set(key, statuses);
    }
    let series = statuses.get(status);
    if (series === undefined) {
      series = { labels: { route, method, status }, counts: Array(BOUNDS.length + 1).fill(0), sum: 0 };
      statuses.set(status, series);
    }
    let bucket = 0;
    while (bucket < BOUNDS.length && seconds > (BOUNDS[bucket] as number)) bucket += 1;
    series.counts[bucket] = (series.counts[bucket] ?? 0) + 1;
    series.sum += seconds;
  }

  async get() {
    const values = [...this.#series.values()].flatMap((statuses) =>
      [...statuses.values()].flatMap((series) => this.#render(series)),
    );
    return { name: this.name, help: this.help, type: 'histogram', aggregator: 'sum', values };
  }

  /** Buckets add up, as the format wants it. */
  #render({ labels, counts, sum }: Series) {
    let total = 0;
    const buckets = counts.map((count, at) => {
      total += count;
      return { metricName: `${this.name}_bucket`, labels: { ...labels, le: BOUNDS[at] ?? '+Inf' }, value: total };
    });
    return [
      ...buckets,
      { metricName: `${this.name}_sum`, labels, value: sum },
      { metricName: `${this.name}_count`, labels, value: total },
    ];
  }
}
