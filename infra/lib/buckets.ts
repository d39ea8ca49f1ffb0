/** Three buckets: pictures, style and pictures of the build, and logs about the other two. */
import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectOwnership,
  type BucketProps,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { HouseStack } from './house-stack.ts';

/** What the app writes and CloudFront never sees: app/storage/keys.ts. */
export const PRIVATE_KEYS = ['originals/*', 'private/*'];
/** What both see. */
export const PUBLIC_KEYS = ['media/*'];

export class Buckets extends Construct {
  readonly logs: Bucket;
  readonly media: Bucket;
  /** `build/client/assets` of every release, uploaded before its tasks start; nothing is ever taken away. */
  readonly assets: Bucket;

  readonly #stack: HouseStack;

  constructor(stack: HouseStack) {
    super(stack, 'Buckets');
    this.#stack = stack;
    const { config } = stack;
    this.logs = this.#bucket('Logs', {
      // CloudFront writes its log with an access control list, and with nothing else.
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [{ expiration: Duration.days(config.logDays) }],
    });
    this.media = this.#bucket('Media', {
      serverAccessLogsBucket: this.logs,
      serverAccessLogsPrefix: 's3-media/',
      // A file deleted by mistake can be had back for a month, one deleted on request is gone after it.
      versioned: config.keepsData,
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(30),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
    this.assets = this.#bucket('Assets', {
      serverAccessLogsBucket: this.logs,
      serverAccessLogsPrefix: 's3-assets/',
    });
    this.#letCloudFrontRead(this.media, PUBLIC_KEYS);
    this.#letCloudFrontRead(this.assets, ['assets/*']);
  }

  #bucket(id: string, props: BucketProps): Bucket {
    return new Bucket(this, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: this.#stack.removal,
      autoDeleteObjects: !this.#stack.config.keepsData,
      ...props,
    });
  }

  /**
   * CDK would let CloudFront read the whole bucket, originals included, and name the distribution, which comes after the
   * bucket and is in another stack. So the keys are named here, and the account: nobody else's distribution.
   */
  #letCloudFrontRead(bucket: Bucket, keys: string[]): void {
    bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'CloudFrontReadsWhatIsPublic',
        principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
        actions: ['s3:GetObject'],
        resources: keys.map((key) => bucket.arnForObjects(key)),
        conditions: {
          ArnLike: { 'AWS:SourceArn': `arn:aws:cloudfront::${this.#stack.account}:distribution/*` },
        },
      }),
    );
  }
}
