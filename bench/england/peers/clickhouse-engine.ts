import { createRequire } from 'node:module';
import { join } from 'node:path';

type Session = { query(sql: string): string };

/** ClickHouse in this process: what it was asked to do, and how long each step took. */
export class ClickHouse {
  private readonly session: Session;
  private readonly began = performance.now();
  private readonly spent = new Map<string, { wall: number; cpu: number }>();
  private readonly made = new Set<string>();

  /** `peers`: the folder that `setup.sh` made. */
  constructor(peers: string) {
    this.session = openSession(peers);
    for (const sql of SETTINGS) this.session.query(sql);
  }

  /** The one value of an answer, as text. */
  value(sql: string): string {
    return this.session.query(`${sql} format TSVRaw`).replace(/\n$/, '');
  }

  step(name: string, sql: string): void {
    const [at, before] = [performance.now(), process.cpuUsage()];
    this.session.query(sql);
    const { user, system } = process.cpuUsage(before);
    const sum = this.spent.get(name) ?? { wall: 0, cpu: 0 };
    this.spent.set(name, { wall: sum.wall + performance.now() - at, cpu: sum.cpu + user + system });
  }

  create(name: string, table: string, sql: string): void {
    this.step(name, `create or replace table ${table} engine = Memory as ${sql}`);
  }

  /** Makes a table of the first slice, and adds what the next have to it. */
  add(name: string, table: string, sql: string): void {
    if (this.made.has(table)) this.step(name, `insert into ${table} ${sql}`);
    else this.create(name, table, sql);
    this.made.add(table);
  }

  report(withSteps: boolean): void {
    for (const [name, { wall, cpu }] of withSteps ? this.spent : []) {
      process.stdout.write(`  ${name}: ${(wall / 1000).toFixed(2)} s, processor ${(cpu / 1e6).toFixed(2)} s\n`);
    }
    const { user, system } = process.cpuUsage();
    process.stdout.write(
      `ClickHouse ${this.value('select version()')}: ${((performance.now() - this.began) / 1000).toFixed(2)} s, ` +
        `processor ${((user + system) / 1e6).toFixed(2)} s, most memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB\n`,
    );
  }
}

const SETTINGS = [
  'create database account',
  'use account',
  'set max_threads = 2',
  // Joins stay in the order they are written: reordered, the two sums before a day would be joined with each other first.
  'set query_plan_optimize_join_order_limit = 0',
  'set join_use_nulls = 1',
  'set prefer_column_name_to_alias = 1',
  'set allow_suspicious_fixed_string_types = 1',
  'set engine_file_truncate_on_insert = 1',
] as const;

function openSession(peers: string): Session {
  const found: unknown = createRequire(join(peers, 'package.json'))('chdb');
  if (isChdb(found)) return new found.Session();
  throw new Error(`${peers} has no chdb: make it with bench/england/peers/setup.sh`);
}

function isChdb(found: unknown): found is { readonly Session: new () => Session } {
  return typeof found === 'object' && found !== null && 'Session' in found && typeof found.Session === 'function';
}
