/**
 * Everything in which one stage differs from another, as one typed object each. Nothing is looked up: what a template
 * says depends on this file and on nothing else, so it is the same on every machine.
 *
 * Names under `dustjacket.example` and the repository are the owner's to replace before the first deployment;
 * `npx cdk synth` warns for as long as they are there.
 */
export const STAGES = ['dev', 'staging', 'production'] as const;
export type StageName = (typeof STAGES)[number];

/** Fargate's own units: 1024 are one vCPU, and MiB. */
export type TaskSize = { cpu: number; memory: number };

export type StageConfig = {
  name: StageName;
  region: string;
  /** Written down, because asking AWS for them is a look-up. */
  zones: [string, string];
  /** /16 of its own for each stage, so that two can be joined one day. */
  cidr: string;
  /** A NAT gateway is managed; an instance of the smallest kind costs a sixth and may be missing for minutes. */
  nat: 'gateway' | 'instance';
  /** Without one the stage lives on CloudFront's own name, and CloudFront then decides on the oldest TLS. */
  domain?: { name: string; zoneName: string; zoneId: string };
  /** What mail is sent from; its domain, or without one the address, is verified with SES. */
  mailFrom: string;
  /** Where people write to us; shown on pages and in mail. */
  contact: string;
  /** Who sends the codes of sign-in. Cognito itself sends fifty a day; SES any number, once its identity is verified. */
  codesFrom: 'cognito' | 'ses';
  /** The name before `.auth.<region>.amazoncognito.com`; one in the whole region. */
  signInPrefix: string;
  /** The account's own provider for GitHub can exist once: false in the second stage of one account. */
  ownsGithubProvider: boolean;
  githubRepository: string;
  alarmEmail: string;
  /** US dollars a month; told at 80 % of it, and when the forecast passes it. */
  budget: number;
  database: {
    /** Aurora capacity units of 2 GiB. 0 lets it sleep when nobody is connected. */
    minCapacity: number;
    maxCapacity: number;
    /** A second instance in the other zone takes over within a minute. */
    reader: boolean;
    backupDays: number;
  };
  server: TaskSize & { min: number; max: number; requestsPerMinute: number };
  worker: TaskSize & { min: number; max: number };
  migrate: TaskSize;
  /** Awake only at these hours (UTC, cron), so that the database may sleep at the others. */
  hours?: { start: { hour: string; minute: string }; stop: { hour: string; minute: string }; days: string };
  logLevel: 'debug' | 'info';
  /** Days; one of the lengths CloudWatch knows. */
  logDays: 14 | 30 | 90 | 365;
  /** Whether data outlives its stack: kept and snapshot, protected from deletion, termination refused. */
  keepsData: boolean;
  /** The count of tasks and their memory as metrics of their own; about six dollars a month. */
  containerInsights: boolean;
};

const REPOSITORY = 'dustjacket/dustjacket';

const dev: StageConfig = {
  name: 'dev',
  region: 'us-east-1',
  zones: ['us-east-1a', 'us-east-1b'],
  cidr: '10.10.0.0/16',
  nat: 'instance',
  mailFrom: 'dev@dustjacket.example',
  contact: 'dev@dustjacket.example',
  codesFrom: 'cognito',
  signInPrefix: 'dustjacket-dev',
  ownsGithubProvider: true,
  githubRepository: REPOSITORY,
  alarmEmail: 'dev@dustjacket.example',
  budget: 80,
  database: { minCapacity: 0, maxCapacity: 2, reader: false, backupDays: 1 },
  server: { cpu: 256, memory: 1024, min: 1, max: 2, requestsPerMinute: 600 },
  worker: { cpu: 256, memory: 1024, min: 1, max: 1 },
  migrate: { cpu: 256, memory: 512 },
  hours: { start: { hour: '7', minute: '0' }, stop: { hour: '19', minute: '0' }, days: 'MON-FRI' },
  logLevel: 'debug',
  logDays: 14,
  keepsData: false,
  containerInsights: false,
};

const staging: StageConfig = {
  ...dev,
  name: 'staging',
  cidr: '10.20.0.0/16',
  nat: 'gateway',
  domain: {
    name: 'staging.dustjacket.example',
    zoneName: 'staging.dustjacket.example',
    zoneId: 'Z0STAGING0EXAMPLE',
  },
  mailFrom: 'Dustjacket <post@staging.dustjacket.example>',
  contact: 'hello@dustjacket.example',
  signInPrefix: 'dustjacket-staging',
  alarmEmail: 'operations@dustjacket.example',
  budget: 200,
  database: { minCapacity: 0.5, maxCapacity: 2, reader: false, backupDays: 7 },
  server: { cpu: 512, memory: 1024, min: 1, max: 2, requestsPerMinute: 600 },
  worker: { cpu: 512, memory: 2048, min: 1, max: 1 },
  hours: undefined,
  logLevel: 'info',
  logDays: 30,
};

const production: StageConfig = {
  ...staging,
  name: 'production',
  cidr: '10.30.0.0/16',
  domain: { name: 'dustjacket.example', zoneName: 'dustjacket.example', zoneId: 'Z0PRODUCTION0EXAMPLE' },
  mailFrom: 'Dustjacket <post@dustjacket.example>',
  signInPrefix: 'dustjacket',
  budget: 400,
  database: { minCapacity: 0.5, maxCapacity: 8, reader: true, backupDays: 14 },
  server: { cpu: 512, memory: 1024, min: 2, max: 6, requestsPerMinute: 600 },
  worker: { cpu: 1024, memory: 2048, min: 1, max: 3 },
  logDays: 365,
  keepsData: true,
  containerInsights: true,
};

export const CONFIG: Readonly<Record<StageName, StageConfig>> = { dev, staging, production };

/** The bare address of `Name <address>`. */
export const addressOf = (mailFrom: string): string => /<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom;
