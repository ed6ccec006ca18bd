import { Duration } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import * as cloudfront from "aws-cdk-lib/aws-cloudfront";
import { S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import * as s3 from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { acknowledge } from "../../acknowledge.ts";
import { accessLogBucket, closedBucket } from "../../constructs/closed-bucket.ts";
import type { Surroundings } from "../../surroundings.ts";
import { appPath } from "./app-path.ts";
import { Firewall } from "./firewall.ts";

export interface ConsoleSiteProps {
  readonly surroundings: Surroundings;
  /** Where the console may connect to: the API and the sign-in, and nobody else. */
  readonly connectsTo: readonly string[];
}

/**
 * Where the console's files lie and how they are served: a closed bucket that one distribution may
 * read, over TLS 1.2 or later, with headers that let the page load from itself alone.
 */
export class ConsoleSite extends Construct {
  readonly bucket: s3.Bucket;
  readonly distribution: cloudfront.Distribution;

  constructor(scope: Construct, id: string, props: ConsoleSiteProps) {
    super(scope, id);
    const { environment } = props.surroundings;
    const { access, name } = environment;
    // CloudFront hands in its logs as somebody else's objects, which needs an owner to take them.
    const { BUCKET_OWNER_PREFERRED } = s3.ObjectOwnership;
    const logs = accessLogBucket(this, environment.data, BUCKET_OWNER_PREFERRED);
    this.bucket = this.program(props.surroundings, logs);
    const firewall =
      access.webAcl === "made"
        ? new Firewall(this, "firewall", props.surroundings).arn
        : access.webAcl;
    this.distribution = new cloudfront.Distribution(this, "distribution", {
      comment: `The console of Rounds, ${name}.`,
      domainNames: [access.console],
      certificate: Certificate.fromCertificateArn(this, "certificate", access.certificateArn),
      minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      priceClass: cloudfront.PriceClass.PRICE_CLASS_100,
      defaultRootObject: "index.html",
      webAclId: firewall,
      logBucket: logs,
      logFilePrefix: "console/",
      logIncludesCookies: false,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket as s3.IBucket),
        viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: cloudfront.AllowedMethods.ALLOW_GET_HEAD,
        compress: true,
        responseHeadersPolicy: this.headers(props.connectsTo, name),
        functionAssociations: [
          {
            eventType: cloudfront.FunctionEventType.VIEWER_REQUEST,
            function: new cloudfront.Function(this, "app-path", {
              functionName: `rounds-${name}-app-path`,
              comment: "Addresses that name no file get the page of the console.",
              runtime: cloudfront.FunctionRuntime.JS_2_0,
              code: cloudfront.FunctionCode.fromInline(appPath),
            }),
          },
        ],
      },
    });
    acknowledge(this.distribution, {
      "AwsSolutions-CFR1":
        "The files are the program, the same for everybody; who sees data is decided by the " +
        "sign-in. A country would keep out staff who travel and nobody else.",
    });
  }

  private program({ environment }: Surroundings, logs: s3.IBucket): s3.Bucket {
    const bucket = new s3.Bucket(this, "program", {
      ...closedBucket(environment.data),
      encryption: s3.BucketEncryption.S3_MANAGED,
      versioned: true,
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: "program/",
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(90),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
    acknowledge(bucket, {
      "HIPAA.Security-S3BucketReplicationEnabled":
        "The files are built from the repository and can be put there again at any time.",
      "HIPAA.Security-S3DefaultEncryptionKMS":
        "The files are the program that every browser gets, and hold no PHI; the region's key " +
        "stays closed to CloudFront.",
    });
    return bucket;
  }

  private headers(connectsTo: readonly string[], name: string): cloudfront.ResponseHeadersPolicy {
    const policy = [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      // From itself: its settings.
      `connect-src 'self' ${connectsTo.join(" ")}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ];
    const { DENY } = cloudfront.HeadersFrameOption;
    const { NO_REFERRER } = cloudfront.HeadersReferrerPolicy;
    return new cloudfront.ResponseHeadersPolicy(this, "headers", {
      responseHeadersPolicyName: `rounds-${name}-console`,
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: policy.join("; "), override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(730),
          includeSubdomains: true,
          override: true,
        },
        frameOptions: { frameOption: DENY, override: true },
        referrerPolicy: { referrerPolicy: NO_REFERRER, override: true },
        contentTypeOptions: { override: true },
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: "cross-origin-opener-policy", value: "same-origin", override: true },
          {
            header: "permissions-policy",
            value: "camera=(), geolocation=(), microphone=()",
            override: true,
          },
        ],
      },
    });
  }
}
