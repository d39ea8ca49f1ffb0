/**
 * What a container is told: settings as app/config.server.ts reads them, secrets by the key of a JSON secret, so that no
 * template and no task definition ever holds one.
 */
import { Secret } from 'aws-cdk-lib/aws-ecs';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { StageConfig, TaskSize } from './config.ts';
import type { DataStack } from './data.ts';
import { APP_PORT } from './network.ts';

export type Facts = {
  config: StageConfig;
  origin: string;
  signIn: { host: string; poolId: string; clientId: string };
  mediaBucket: string;
};

export type Told = { environment: Record<string, string>; secrets: Record<string, Secret> };

/** Half of the memory: pictures are decoded outside of the heap. */
const node = ({ memory }: TaskSize) => ({
  NODE_ENV: 'production',
  NODE_OPTIONS: `--max-old-space-size=${memory / 2}`,
});

/** Server and worker: the app's role, and no migrations, which the pipeline has run before. */
export function toldToServe(
  { config, origin, signIn, mediaBucket }: Facts,
  size: TaskSize,
  data: DataStack,
): Told {
  return {
    environment: {
      ...node(size),
      PORT: String(APP_PORT),
      APP_ORIGIN: origin,
      AWS_REGION: config.region,
      STORAGE: 's3',
      S3_BUCKET: mediaBucket,
      MAIL: 'ses',
      MAIL_FROM: config.mailFrom,
      CONTACT: config.contact,
      AUTH_MODE: 'cognito',
      COGNITO_DOMAIN: signIn.host,
      COGNITO_USER_POOL_ID: signIn.poolId,
      COGNITO_CLIENT_ID: signIn.clientId,
      // CloudFront and the load balancer each add an address to X-Forwarded-For.
      TRUSTED_PROXY_HOPS: '2',
      LOG_LEVEL: config.logLevel,
      SKIP_MIGRATIONS: 'true',
    },
    secrets: {
      ...connection(data.database.app),
      SESSION_SECRETS: Secret.fromSecretsManager(data.sessionSecrets, 'list'),
    },
  };
}

/** The migration: the owner of the tables, the role it makes or renews for the others, and nothing of the server's. */
export function toldToMigrate(size: TaskSize, { database: { owner, app } }: DataStack): Told {
  return {
    environment: node(size),
    secrets: {
      ...connection(owner),
      DB_APP_USERNAME: Secret.fromSecretsManager(app, 'username'),
      DB_APP_PASSWORD: Secret.fromSecretsManager(app, 'password'),
    },
  };
}

const connection = (secret: ISecret): Record<string, Secret> => ({
  DB_HOST: Secret.fromSecretsManager(secret, 'host'),
  DB_PORT: Secret.fromSecretsManager(secret, 'port'),
  DB_NAME: Secret.fromSecretsManager(secret, 'dbname'),
  DB_USERNAME: Secret.fromSecretsManager(secret, 'username'),
  DB_PASSWORD: Secret.fromSecretsManager(secret, 'password'),
});
