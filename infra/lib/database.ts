/** Aurora PostgreSQL, and the two roles that connect to it: one may change tables, the other only what is in them. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { SubnetType } from 'aws-cdk-lib/aws-ec2';
import {
  AuroraPostgresEngineVersion,
  CaCertificate,
  ClusterInstance,
  Credentials,
  DatabaseCluster,
  DatabaseClusterEngine,
  DatabaseSecret,
  ParameterGroup,
  type ServerlessV2ClusterInstanceProps,
} from 'aws-cdk-lib/aws-rds';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { HouseStack } from './house-stack.ts';
import type { NetworkStack } from './network.ts';

export class Database extends Construct {
  readonly cluster: DatabaseCluster;
  /** The cluster's master: migrates, and makes the app's role. Keys host, port, dbname, username, password. */
  readonly owner: ISecret;
  /** What server and worker connect as; the same keys. The migration gives the role this password. */
  readonly app: ISecret;

  constructor(stack: HouseStack, network: NetworkStack) {
    super(stack, 'Database');
    const { config } = stack;
    const engine = DatabaseClusterEngine.auroraPostgres({ version: AuroraPostgresEngineVersion.VER_17_9 });
    const clusterIdentifier = `dustjacket-${config.name}`;
    // RDS would make it itself, and keep it for ever.
    const log = stack.logGroup('DatabaseLog', `/aws/rds/cluster/${clusterIdentifier}/postgresql`);
    this.cluster = new DatabaseCluster(this, 'Cluster', {
      clusterIdentifier,
      engine,
      vpc: network.vpc,
      vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
      securityGroups: [network.database],
      // Nobody ever has to type CREATE DATABASE.
      defaultDatabaseName: 'dustjacket',
      credentials: Credentials.fromGeneratedSecret('dustjacket_owner'),
      iamAuthentication: true,
      parameterGroup: new ParameterGroup(this, 'Parameters', {
        engine,
        description: 'Refuses connections without TLS; tells what takes longer than a quarter of a second',
        parameters: { 'rds.force_ssl': '1', log_min_duration_statement: '250', log_lock_waits: '1' },
      }),
      serverlessV2MinCapacity: config.database.minCapacity,
      serverlessV2MaxCapacity: config.database.maxCapacity,
      serverlessV2AutoPauseDuration: config.database.minCapacity === 0 ? Duration.minutes(5) : undefined,
      writer: ClusterInstance.serverlessV2('Writer', INSTANCE),
      readers: config.database.reader
        ? [ClusterInstance.serverlessV2('Reader', { ...INSTANCE, scaleWithWriter: true })]
        : [],
      storageEncrypted: true,
      backup: { retention: Duration.days(config.database.backupDays), preferredWindow: '03:00-04:00' },
      preferredMaintenanceWindow: 'tue:04:00-tue:05:00',
      copyTagsToSnapshot: true,
      cloudwatchLogsExports: ['postgresql'],
      deletionProtection: config.keepsData,
      removalPolicy: config.keepsData ? RemovalPolicy.SNAPSHOT : RemovalPolicy.DESTROY,
    });
    this.cluster.node.addDependency(log);
    if (!this.cluster.secret) throw new Error('A cluster with generated credentials has a secret');
    this.owner = this.cluster.secret;
    this.app = new DatabaseSecret(this, 'App', {
      username: 'dustjacket_app',
      dbname: 'dustjacket',
      masterSecret: this.owner,
    }).attach(this.cluster);
  }
}

const INSTANCE: ServerlessV2ClusterInstanceProps = {
  // The image carries these authorities; the next generation is changed to on purpose, not by RDS.
  caCertificate: CaCertificate.RDS_CA_RSA2048_G1,
  publiclyAccessible: false,
  autoMinorVersionUpgrade: false,
  enablePerformanceInsights: true,
};
