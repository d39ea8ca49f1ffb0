/** What cannot be made again: the database, the pictures, the secrets. Changed rarely and looked at twice. */
import { CfnOutput } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { Buckets } from './buckets.ts';
import { Database } from './database.ts';
import { HouseStack, type HouseProps } from './house-stack.ts';
import type { NetworkStack } from './network.ts';

export class DataStack extends HouseStack {
  readonly buckets: Buckets;
  readonly database: Database;
  /** `{"list": "first,second"}`: the first signs, all are read. Changed by hand: put a new one in front. */
  readonly sessionSecrets: Secret;

  constructor(scope: Construct, { network, ...props }: HouseProps & { network: NetworkStack }) {
    super(scope, 'Data', { ...props, stateful: true });
    this.buckets = new Buckets(this);
    this.database = new Database(this, network);
    this.sessionSecrets = new Secret(this, 'SessionSecrets', {
      description: 'Signs messages in cookies. A comma-separated list: the first signs, all are read.',
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'list',
        passwordLength: 64,
        excludePunctuation: true,
      },
      removalPolicy: this.removal,
    });
    new CfnOutput(this, 'DbSecretArn', { value: this.database.app.secretArn });
    new CfnOutput(this, 'DbOwnerSecretArn', { value: this.database.owner.secretArn });
    new CfnOutput(this, 'AssetBucket', { value: this.buckets.assets.bucketName });
    new CfnOutput(this, 'MediaBucket', { value: this.buckets.media.bucketName });
  }
}
