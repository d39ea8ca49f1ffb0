/** CloudFront: what it keeps, for whom, and what it sends on. */
import { readFileSync } from 'node:fs';
import { Annotations, Duration } from 'aws-cdk-lib';
import {
  AllowedMethods,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
  type BehaviorOptions,
  type ResponseHeadersPolicyProps,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin, VpcOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { AaaaRecord, ARecord, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Buckets } from './buckets.ts';
import type { EdgeStack } from './edge.ts';
import type { Front } from './front.ts';
import type { HouseStack } from './house-stack.ts';

const VIEWER_REQUEST = new URL('../edge/viewer-request.js', import.meta.url);

/** Every error CloudFront would otherwise keep for ten seconds: who tries again at once meets the server. */
const ERRORS = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

type Props = { edge: EdgeStack; front: Front; buckets: Buckets };

export class Cdn extends Construct {
  readonly distribution: Distribution;
  /** `https://…`, where people find us. */
  readonly publicOrigin: string;
  readonly #stack: HouseStack;

  constructor(stack: HouseStack, { edge, front, buckets }: Props) {
    super(stack, 'Cdn');
    this.#stack = stack;
    const { domain } = stack.config;
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Dustjacket ${stack.config.name}`,
      domainNames: domain && [domain.name],
      certificate: edge.certificate,
      minimumProtocolVersion: domain && SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      webAclId: edge.webAcl.attrArn,
      enableLogging: true,
      logBucket: buckets.logs,
      logFilePrefix: 'cloudfront/',
      logIncludesCookies: false,
      errorResponses: ERRORS.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
      defaultBehavior: this.#pages(front),
      additionalBehaviors: {
        '/assets/*': this.#files('Assets', buckets.assets),
        // A picture shown by itself is a document: it may run nothing.
        '/media/*': this.#files('Media', buckets.media, "default-src 'none'; sandbox"),
      },
    });
    this.publicOrigin = `https://${domain?.name ?? this.distribution.distributionDomainName}`;
    if (domain) this.#name(domain.name);
  }

  #pages(front: Front): BehaviorOptions {
    return {
      origin: VpcOrigin.withVpcOrigin(front.origin, {
        domainName: front.balancer.loadBalancerDnsName,
        // The longest that no quota has to be raised for: what a form sends is decoded before it is answered.
        readTimeout: Duration.seconds(60),
        keepaliveTimeout: Duration.seconds(50),
      }),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      compress: true,
      cachePolicy: this.#cachePolicy(),
      // With Host, against which the app compares the origin of a form, and everything else that is left.
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER,
      functionAssociations: [
        { eventType: FunctionEventType.VIEWER_REQUEST, function: this.#viewerRequest() },
      ],
    };
  }

  /**
   * The server says what is kept: shared pages for a minute (s-maxage), everything else not at all, because what says
   * nothing is kept for 0 seconds. The key is path, query and cookies as the function left them, so a page for somebody
   * with a session has a key that nobody else can have, even while two requests for it are under way.
   */
  #cachePolicy(): CachePolicy {
    return new CachePolicy(this, 'Pages', {
      comment: 'As the server says; one entry for all without a cookie',
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      // Over 0, or CloudFront would not compress either.
      maxTtl: Duration.days(1),
      cookieBehavior: CacheCookieBehavior.all(),
      queryStringBehavior: CacheQueryStringBehavior.all(),
      headerBehavior: CacheHeaderBehavior.none(),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    });
  }

  #viewerRequest(): EdgeFunction {
    return new EdgeFunction(this, 'ViewerRequest', {
      comment: 'One request for one page; nothing strange goes further',
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(readFileSync(VIEWER_REQUEST, 'utf8')),
    });
  }

  /** Files whose names say their content: kept for as long as they say themselves, which is a year. */
  #files(id: string, bucket: IBucket, contentSecurityPolicy?: string): BehaviorOptions {
    // Named, not handed over: the bucket says itself what CloudFront may read of it.
    const named = Bucket.fromBucketAttributes(this, id, {
      bucketArn: bucket.bucketArn,
      bucketRegionalDomainName: bucket.bucketRegionalDomainName,
    });
    Annotations.of(this.#stack).acknowledgeWarning(
      '@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac',
      'The policy is written in buckets.ts, for single prefixes.',
    );
    return {
      origin: S3BucketOrigin.withOriginAccessControl(named),
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      compress: true,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: new ResponseHeadersPolicy(this, `${id}Headers`, headers(contentSecurityPolicy)),
    };
  }

  #name(recordName: string): void {
    const props = {
      zone: this.#stack.zone,
      recordName: `${recordName}.`,
      target: RecordTarget.fromAlias(new CloudFrontTarget(this.distribution)),
    };
    new ARecord(this, 'Ipv4', props);
    new AaaaRecord(this, 'Ipv6', props);
  }
}

/** What the server sends with the same files when it serves them itself. */
function headers(contentSecurityPolicy?: string): ResponseHeadersPolicyProps {
  return {
    securityHeadersBehavior: {
      contentTypeOptions: { override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(365),
        includeSubdomains: true,
        override: true,
      },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
      ...(contentSecurityPolicy && { contentSecurityPolicy: { contentSecurityPolicy, override: true } }),
    },
    customHeadersBehavior: {
      customHeaders: [{ header: 'Cross-Origin-Resource-Policy', value: 'same-origin', override: true }],
    },
  };
}
