import { runInNewContext } from "node:vm";
import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { ConsoleConfig } from "#contracts/api/console-config";
import { staffRouteKeys } from "#contracts/api/routes";
import { roles } from "#domain/staff/role";
import { Environment, environmentNamed } from "#infra/environments";
import { appPath } from "#infra/stacks/access/app-path";
import { regionStacks, resourcesOf } from "#support/region-stacks";

const production = regionStacks(environmentNamed("prod-us-east-1"));
const { access } = production;
const made = resourcesOf(access);
const of = (type: string) => made.filter((one) => one.type === type);
/** The properties of the only one of its kind. */
function only(type: string): Readonly<Record<string, unknown>> {
  const [found, ...more] = of(type);
  if (found === undefined || more.length > 0) throw new Error(`Not one ${type}`);
  return found.properties;
}
const consoleOrigin = "https://rounds.east.oak-clinic.example";

describe("signing in", () => {
  it("takes an account that an administrator made, a strong password and a code from an app", () => {
    access.hasResourceProperties("AWS::Cognito::UserPool", {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: "ON",
      EnabledMfas: ["SOFTWARE_TOKEN_MFA"],
      Policies: {
        PasswordPolicy: {
          MinimumLength: 14,
          PasswordHistorySize: 24,
          RequireLowercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
          RequireUppercase: true,
          TemporaryPasswordValidityDays: 1,
        },
      },
    });
  });

  it("is stopped with a password known from a breach, or where it is unlike the person", () => {
    access.hasResourceProperties("AWS::Cognito::UserPool", {
      UserPoolTier: "PLUS",
      UserPoolAddOns: { AdvancedSecurityMode: "ENFORCED" },
    });
    access.hasResourceProperties("AWS::Cognito::UserPoolRiskConfigurationAttachment", {
      ClientId: "ALL",
      CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: "BLOCK" } },
      AccountTakeoverRiskConfiguration: { Actions: { HighAction: { EventAction: "BLOCK" } } },
    });
  });

  it("gives exactly the roles that the code knows", () => {
    const groups = of("AWS::Cognito::UserPoolGroup").map(({ properties }) => properties);
    expect(groups.map(({ GroupName }) => GroupName).toSorted()).toEqual([...roles].toSorted());
  });

  it("ties an account to one organization that nobody can change afterwards", () => {
    access.hasResourceProperties("AWS::Cognito::UserPool", {
      Schema: Match.arrayWith([Match.objectLike({ Name: "organization", Mutable: false })]),
    });
    access.hasResourceProperties("AWS::Cognito::UserPoolClient", {
      ReadAttributes: Match.arrayWith(["custom:organization"]),
      WriteAttributes: ["email"],
    });
  });

  it("gives the console short tokens for a code, keeps no secret there, and tells strangers nothing", () => {
    expect(of("AWS::Cognito::UserPoolClient")).toHaveLength(1);
    access.hasResourceProperties("AWS::Cognito::UserPoolClient", {
      GenerateSecret: false,
      AllowedOAuthFlows: ["code"],
      // Not `aws.cognito.signin.user.admin`, by which a token could change its own account.
      AllowedOAuthScopes: ["openid", "email"],
      ExplicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
      CallbackURLs: [`${consoleOrigin}/`],
      LogoutURLs: [`${consoleOrigin}/`],
      IdTokenValidity: 15,
      AccessTokenValidity: 15,
      RefreshTokenValidity: 8 * 60,
      TokenValidityUnits: { IdToken: "minutes", AccessToken: "minutes", RefreshToken: "minutes" },
      EnableTokenRevocation: true,
      PreventUserExistenceErrors: "ENABLED",
    });
  });

  it("outlives its stack in production, accounts and all, and goes with it on a laptop", () => {
    access.hasResource("AWS::Cognito::UserPool", {
      DeletionPolicy: "Retain",
      Properties: { DeletionProtection: "ACTIVE" },
    });
    regionStacks().access.hasResource("AWS::Cognito::UserPool", {
      DeletionPolicy: "Delete",
      Properties: { DeletionProtection: "INACTIVE" },
    });
  });
});

describe("what the console reads when it is opened", () => {
  it("is an output, and names this deployment's API, its sign-in and the way out", () => {
    const [output] = Object.values(access.findOutputs("consoleconfig"));
    const written = filledIn(output?.["Value"]);
    const said = ConsoleConfig.parse(JSON.parse(written));
    expect(said.signIn.issuer).toMatch(/^https:\/\/cognito-idp\.us-east-1\.amazonaws\.com\/./);
    const pages = "https://oak-clinic-prod-us-east-1.auth.us-east-1.amazoncognito.com";
    expect(said.signIn.token).toBe(`${pages}/oauth2/token`);
    const out = new URL(said.signIn.signOut);
    expect(out.searchParams.get("logout_uri")).toBe(`${consoleOrigin}/`);
    expect(out.searchParams.get("client_id")).toBe(said.signIn.client);
  });
});

/** A template's text, with something in place of what only a deployment knows. */
function filledIn(value: unknown): string {
  if (typeof value === "string") return value;
  const {
    "Fn::Join": join,
    "Fn::GetAtt": attribute,
    Ref,
  } = value as Readonly<Record<string, never>>;
  if (join !== undefined) return (join[1] as unknown[]).map(filledIn).join(join[0]);
  return attribute === undefined ? String(Ref) : `https://${attribute[0]}.example`;
}

describe("the staff API", () => {
  it("has the routes of the table and no other, each for holders of a token only", () => {
    const found = of("AWS::ApiGatewayV2::Route").map(({ properties }) => properties);
    expect(found.map(({ RouteKey }) => RouteKey).toSorted()).toEqual(
      [...staffRouteKeys].toSorted(),
    );
    for (const { AuthorizationType, AuthorizerId } of found) {
      expect(AuthorizationType).toBe("JWT");
      expect(AuthorizerId).toBeDefined();
    }
  });

  it("believes tokens of this pool, made for this console, and tells its function the same", () => {
    const pool = { Ref: of("AWS::Cognito::UserPool")[0]?.id };
    const client = { Ref: of("AWS::Cognito::UserPoolClient")[0]?.id };
    const issuer = {
      "Fn::Join": ["", ["https://cognito-idp.us-east-1.amazonaws.com/", pool]],
    };
    access.hasResourceProperties("AWS::ApiGatewayV2::Authorizer", {
      AuthorizerType: "JWT",
      IdentitySource: ["$request.header.Authorization"],
      JwtConfiguration: { Issuer: issuer, Audience: [client] },
    });
    access.hasResourceProperties("AWS::Lambda::Function", {
      FunctionName: "rounds-prod-us-east-1-staff-api",
      Environment: { Variables: { TOKEN_ISSUER: issuer, TOKEN_AUDIENCE: client } },
    });
  });

  it("lets nobody change or take away who saw whom, nor any row of the ledger", () => {
    const statements = of("AWS::IAM::ManagedPolicy").flatMap(
      ({ properties }) => Object(properties["PolicyDocument"]).Statement as readonly unknown[],
    );
    const actionsOn = (table: string) =>
      statements
        .filter((one) => JSON.stringify(one).includes(`${table}table`))
        .flatMap((one) => Object(one).Action);
    expect(actionsOn("views").toSorted()).toEqual(["dynamodb:PutItem", "dynamodb:Query"]);
    expect(actionsOn("ledger")).toEqual(["dynamodb:Query"]);
  });

  it("answers pages of the console alone, and never by a wildcard", () => {
    access.hasResourceProperties("AWS::ApiGatewayV2::Api", {
      CorsConfiguration: {
        AllowOrigins: [consoleOrigin],
        AllowMethods: ["GET", "PUT", "POST"],
        AllowHeaders: ["authorization", "content-type"],
        AllowCredentials: Match.absent(),
      },
    });
  });

  it("takes no more than staff can ask, and leaves the rest of the account its functions", () => {
    access.hasResourceProperties("AWS::ApiGatewayV2::Stage", {
      StageName: "$default",
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
    });
    access.hasResourceProperties("AWS::Lambda::Function", { ReservedConcurrentExecutions: 10 });
  });

  it("logs which route was asked, what came of it and how long it took: no path, query or person", () => {
    const { AccessLogSettings } = only("AWS::ApiGatewayV2::Stage");
    const { Format } = AccessLogSettings as { readonly Format: string };
    expect(JSON.parse(Format)).toEqual({
      request: "$context.requestId",
      route: "$context.routeKey",
      status: "$context.status",
      latencyMs: "$context.responseLatency",
    });
  });

  it("may decide on a record, work on tasks, and tell the carrier's list: nothing that contacts anybody", () => {
    const { PolicyDocument } = only("AWS::IAM::ManagedPolicy");
    const { Statement } = PolicyDocument as {
      readonly Statement: readonly { readonly Action: string | readonly string[] }[];
    };
    const actions = new Set(Statement.flatMap(({ Action }) => Action));
    expect([...actions].toSorted()).toEqual([
      "dynamodb:DeleteItem",
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:Query",
      // A forecast is of everybody.
      "dynamodb:Scan",
      "dynamodb:UpdateItem",
      "kms:Decrypt",
      "kms:GenerateDataKey",
      "logs:CreateLogStream",
      "logs:PutLogEvents",
      "sqs:SendMessage",
    ]);
  });

  it("takes away drafts of campaigns, and nothing else that is stored", () => {
    const { PolicyDocument } = only("AWS::IAM::ManagedPolicy");
    const { Statement } = PolicyDocument as { readonly Statement: readonly { Action: unknown }[] };
    const deleting = Statement.filter(({ Action }) =>
      JSON.stringify(Action).includes("dynamodb:DeleteItem"),
    );
    expect(deleting).toMatchObject([
      {
        Action: "dynamodb:DeleteItem",
        Condition: {
          "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["*#campaign#drafts"] },
        },
      },
    ]);
  });
});

describe("the way in", () => {
  it("leans on the data alone, so that the engine can be taken away and built again", () => {
    const text = JSON.stringify(access.toJSON());
    const exporters = [...text.matchAll(/"Fn::ImportValue":"([\w-]+):/g)].map(([, from]) => from);
    expect(new Set(exporters)).toEqual(new Set(["rounds-prod-us-east-1-data"]));
  });

  it("says what staff lose, where every alarm of the region is heard", () => {
    const [topic] = production.of("AWS::SNS::Topic").filter(({ id }) => id.startsWith("alarms"));
    const arn = `arn:aws:sns:us-east-1:111122223333:${topic?.properties["TopicName"]}`;
    const alarms = of("AWS::CloudWatch::Alarm").map(({ properties }) => properties);
    expect(alarms.map(({ MetricName }) => MetricName)).toEqual(["Throttles", "5xx"]);
    for (const alarm of alarms) {
      expect(alarm).toMatchObject({
        AlarmActions: [arn],
        AlarmDescription: expect.stringContaining("Staff see neither campaigns nor patients"),
      });
    }
  });
});

describe("every log of the way in", () => {
  it("is encrypted with the region's key and kept for six months", () => {
    const groups = of("AWS::Logs::LogGroup");
    expect(groups).toHaveLength(3);
    for (const { properties } of groups) {
      expect(properties["RetentionInDays"]).toBe(180);
      expect(properties["KmsKeyId"]).toBeDefined();
    }
  });
});

describe("the console's files", () => {
  it("lie in a closed bucket that one distribution may read", () => {
    for (const { properties } of of("AWS::S3::Bucket")) {
      expect(properties).toMatchObject({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        VersioningConfiguration: { Status: "Enabled" },
        BucketEncryption: expect.anything(),
      });
    }
    access.hasResourceProperties("AWS::S3::BucketPolicy", {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: "s3:GetObject",
            Effect: "Allow",
            Principal: { Service: "cloudfront.amazonaws.com" },
            Condition: { StringEquals: { "AWS:SourceArn": Match.anyValue() } },
          }),
        ]),
      },
    });
    access.hasResourceProperties("AWS::CloudFront::OriginAccessControl", {
      OriginAccessControlConfig: { SigningBehavior: "always", SigningProtocol: "sigv4" },
    });
  });

  it("are served over TLS 1.2 or later, from their own name, and asked for in a log", () => {
    access.hasResourceProperties("AWS::CloudFront::Distribution", {
      DistributionConfig: {
        Aliases: ["rounds.east.oak-clinic.example"],
        DefaultRootObject: "index.html",
        DefaultCacheBehavior: {
          AllowedMethods: ["GET", "HEAD"],
          ViewerProtocolPolicy: "redirect-to-https",
        },
        Logging: { IncludeCookies: false, Prefix: "console/" },
        ViewerCertificate: { MinimumProtocolVersion: "TLSv1.2_2021" },
      },
    });
  });

  it("come with headers that let the page load from itself, connect to its API, and be framed by nobody", () => {
    const { ResponseHeadersPolicyConfig } = only("AWS::CloudFront::ResponseHeadersPolicy");
    const { SecurityHeadersConfig: security } = ResponseHeadersPolicyConfig as {
      readonly SecurityHeadersConfig: Readonly<Record<string, unknown>>;
    };
    expect(security).toMatchObject({
      FrameOptions: { FrameOption: "DENY", Override: true },
      ReferrerPolicy: { ReferrerPolicy: "no-referrer", Override: true },
      ContentTypeOptions: { Override: true },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: true },
    });
    const policy = JSON.stringify(security["ContentSecurityPolicy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("script-src 'self';");
    // Its settings are a file beside it.
    expect(policy).toContain("connect-src 'self' ");
    for (const open of ["unsafe", "*", "http:"]) expect(policy).not.toContain(open);
  });

  it("are a page for each address of the console, and a file for each address of a file", () => {
    const served = (uri: string) =>
      runInNewContext(`${appPath}; handler({ request: { uri: ${JSON.stringify(uri)} } }).uri`);
    for (const address of ["/", "/campaigns", "/campaigns/screening/mammogram", "/v1.0/"]) {
      expect(served(address)).toBe("/index.html");
    }
    for (const file of ["/index.html", "/assets/app-3f2a.js", "/favicon.ico"]) {
      expect(served(file)).toBe(file);
    }
  });
});

describe("the firewall before the console", () => {
  const acl = of("AWS::WAFv2::WebACL");

  it("keeps out known attacks and whoever asks too often, and logs what it refused without queries", () => {
    expect(acl).toHaveLength(1);
    const text = JSON.stringify(acl[0]?.properties);
    expect(text).toContain("AWSManagedRulesCommonRuleSet");
    expect(text).toContain("AWSManagedRulesKnownBadInputsRuleSet");
    expect(text).toContain('"RateBasedStatement":{"AggregateKeyType":"IP","Limit":2000}');
    access.hasResourceProperties("AWS::WAFv2::LoggingConfiguration", {
      RedactedFields: Match.arrayWith([{ QueryString: {} }]),
      LoggingFilter: { DefaultBehavior: "DROP" },
    });
    access.hasResourceProperties("AWS::CloudFront::Distribution", {
      DistributionConfig: { WebACLId: { "Fn::GetAtt": [acl[0]?.id, "Arn"] } },
    });
  });

  const west = (webAcl: string) => {
    const { access: settings, pages: _, ...rest } = environmentNamed("prod-us-east-1");
    const changed = { ...rest, name: "prod-us-west-2", region: "us-west-2" };
    return { ...changed, access: { ...settings, webAcl } };
  };

  it("is made in us-east-1 or named from there: a stack elsewhere may not pretend to make it", () => {
    const wrong = Environment.safeParse(west("made"));
    expect(wrong.error?.issues.map(({ path }) => path.join("."))).toEqual(["access.webAcl"]);
    const arn = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/console/1b2c";
    const elsewhere = regionStacks(Environment.parse(west(arn)));
    expect(elsewhere.of("AWS::WAFv2::WebACL")).toEqual([]);
    elsewhere.access.hasResourceProperties("AWS::CloudFront::Distribution", {
      DistributionConfig: { WebACLId: arn },
    });
  });
});

describe("an environment's way in", () => {
  const settings = environmentNamed("prod-us-east-1").access;

  it.each([
    [
      "a certificate of another region",
      { certificateArn: "arn:aws:acm:us-west-2:111122223333:certificate/a" },
    ],
    [
      "an ACL that is not CloudFront's",
      { webAcl: "arn:aws:wafv2:us-west-2:111122223333:regional/webacl/a/b" },
    ],
    ["an address for a host name", { console: "https://rounds.east.oak-clinic.example" }],
    ["a sign-in that Cognito refuses", { signIn: "oak-aws-rounds" }],
    ["a setting nobody knows", { selfSignUp: true }],
  ])("with %s is refused", (_, wrong) => {
    const environment = environmentNamed("prod-us-east-1");
    const changed = { ...environment, access: { ...settings, ...wrong } };
    expect(Environment.safeParse(changed).success).toBe(false);
  });
});
